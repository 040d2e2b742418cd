var crypto = require("crypto");

var users = {};
var lastId = 0;

function hash(password, salt) {
  return crypto.scryptSync(password, salt, 16).toString("hex");
}

exports.create = function (fields, callback) {
  setImmediate(function () {
    if (!fields.name || !fields.password) return callback(new Error("A user needs a name and a password"));
    var salt = crypto.randomBytes(8).toString("hex");
    var user = { id: ++lastId, name: fields.name, salt: salt, hash: hash(fields.password, salt), token: null };
    users[user.id] = user;
    callback(null, user);
  });
};

exports.findById = function (id, callback) {
  setImmediate(callback, null, users[id]);
};

exports.findByName = function (name, callback) {
  findBy("name", name, callback);
};

exports.findByToken = function (token, callback) {
  findBy("token", token, callback);
};

exports.comparePassword = function (user, password, callback) {
  setImmediate(callback, null, user.hash === hash(password, user.salt));
};

exports.setPassword = function (user, password, callback) {
  user.hash = hash(password, user.salt);
  user.token = null;
  setImmediate(callback, null);
};

exports.saveToken = function (user, token, callback) {
  user.token = token;
  setImmediate(callback, null);
};

function findBy(key, value, callback) {
  var found = Object.keys(users).map(function (id) {
    return users[id];
  }).filter(function (user) {
    return user[key] === value;
  });
  setImmediate(callback, null, found[0]);
}
