'use strict';

const Hapi = require('@hapi/hapi');
const Yar = require('@hapi/yar');
const Books = require('./books');

const internals = {
    members: { alice: 'tulips', bob: 'daisies' },
    tokens: new Map()
};

internals.sessions = {
    plugin: Yar,
    options: {
        name: 'library',
        maxCookieSize: 0,
        storeBlank: true,
        cookieOptions: {
            password: 'the password of the library has more than 32 characters',
            isSecure: false,
            isHttpOnly: false
        }
    }
};

internals.login = function (request, h) {

    const { name, password } = request.payload;
    if (internals.members[name] !== password) {
        return h.response({ error: 'Wrong name or password' }).code(401);
    }

    request.yar.set('user', name);
    const token = Math.random().toString(36) + Date.now().toString(36);
    internals.tokens.set(token, name);
    return h.response({ name }).state('access_token', token);
};

internals.logout = function (request, h) {

    h.unstate('library');
    h.unstate('access_token');
    return { bye: true };
};

internals.requireUser = function (request, h) {

    const user = request.yar.get('user') ?? internals.tokens.get(request.state.access_token);
    return user ? user : h.response({ error: 'Please log in' }).code(401).takeover();
};

exports.deployment = async function (port) {

    const server = Hapi.server({ port, host: '127.0.0.1' });
    await server.register(internals.sessions);

    server.state('access_token', { isSecure: false, isHttpOnly: false, path: '/' });

    const pre = [{ method: internals.requireUser, assign: 'user' }];
    server.route([
        { method: 'GET', path: '/', handler: () => 'The library' },
        { method: 'POST', path: '/login', handler: internals.login },
        { method: 'POST', path: '/logout', handler: internals.logout },
        { method: 'GET', path: '/books', options: { pre, handler: (request) => Books.of(request.pre.user) } },
        { method: 'POST', path: '/books', options: { pre, handler: (request, h) => h.response(Books.lend(request.pre.user, request.payload.title)).code(201) } }
    ]);

    await server.start();
    return server;
};

exports.deployment(process.env.PORT).catch((err) => {

    console.error(err);
    process.exit(1);
});
