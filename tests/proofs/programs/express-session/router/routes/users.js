"use strict";

const passwords = { alice: "tulips", bob: "daisies", mallory: "nettles" };

exports.find = (name, password) => Promise.resolve(passwords[name] === password ? { name } : null);
