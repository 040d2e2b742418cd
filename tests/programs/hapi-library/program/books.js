'use strict';

const lent = new Map();

exports.of = function (user) {

    return lent.get(user) ?? [];
};

exports.lend = function (user, title) {

    const books = [...exports.of(user), title];
    lent.set(user, books);
    return books;
};
