var baskets = {};

exports.create = function (user, callback) {
  baskets[user.id] = { items: [] };
  setImmediate(callback, null);
};

exports.find = function (user, callback) {
  setImmediate(callback, null, { items: baskets[user.id].items.slice() });
};

exports.save = function (user, basket, callback) {
  baskets[user.id] = basket;
  setImmediate(callback, null);
};
