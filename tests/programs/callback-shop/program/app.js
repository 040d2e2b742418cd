var express = require("express");
var session = require("express-session");
var cookieParser = require("cookie-parser");
var users = require("./users");
var baskets = require("./baskets");

var app = express();

app.use(express.json());
app.use(cookieParser());
app.use(session({
  secret: "keyboard cat",
  resave: false,
  saveUninitialized: false,
  cookie: { httpOnly: false }
}));

// Somebody who wanted to be remembered is logged in again.
app.use(function (req, res, next) {
  if (req.session.userId || !req.cookies.remember_me) return next();
  users.findByToken(req.cookies.remember_me, function (err, user) {
    if (err) return next(err);
    if (user) req.session.userId = user.id;
    next();
  });
});

function requireUser(req, res, next) {
  if (!req.session.userId) return res.status(401).json({ error: "Please log in" });
  users.findById(req.session.userId, function (err, user) {
    if (err) return next(err);
    if (!user) return res.status(401).json({ error: "Please log in" });
    req.user = user;
    next();
  });
}

app.get("/", function (req, res) {
  res.send("<h1>Welcome to the shop</h1>");
});

app.post("/register", function (req, res, next) {
  users.findByName(req.body.name, function (err, taken) {
    if (err) return next(err);
    if (taken) return res.status(409).json({ error: "This name is taken" });
    users.create(req.body, function (err, user) {
      if (err) return next(err);
      baskets.create(user, function (err) {
        if (err) return next(err);
        req.session.userId = user.id;
        res.status(201).json({ name: user.name });
      });
    });
  });
});

app.post("/login", function (req, res, next) {
  users.findByName(req.body.name, function (err, user) {
    if (err) return next(err);
    if (!user) return res.status(401).json({ error: "Wrong name or password" });
    users.comparePassword(user, req.body.password, function (err, isMatch) {
      if (err) return next(err);
      if (!isMatch) {
        console.log("Failed login of %s", user.name);
        return res.status(401).json({ error: "Wrong name or password" });
      }
      req.session.userId = user.id;
      console.log("Login of " + user.name + " in session " + req.sessionID);
      if (!req.body.remember) return res.json({ name: user.name });

      var token = Math.random().toString(36).slice(2);
      users.saveToken(user, token, function (err) {
        if (err) return next(err);
        res.cookie("remember_me", token, { maxAge: 30 * 24 * 60 * 60 * 1000 });
        res.json({ name: user.name });
      });
    });
  });
});

app.get("/basket", requireUser, function (req, res, next) {
  baskets.find(req.user, function (err, basket) {
    if (err) return next(err);
    res.json(basket);
  });
});

app.post("/basket", requireUser, function (req, res, next) {
  baskets.find(req.user, function (err, basket) {
    if (err) return next(err);
    basket.items.push(req.body.item);
    baskets.save(req.user, basket, function (err) {
      if (err) return next(err);
      res.status(201).json(basket);
    });
  });
});

app.post("/password", requireUser, function (req, res, next) {
  users.setPassword(req.user, req.body.password, function (err) {
    if (err) return next(err);
    res.json({ changed: true });
  });
});

app.post("/logout", function (req, res) {
  res.clearCookie("connect.sid");
  res.clearCookie("remember_me");
  res.redirect("/");
});

app.use(function (err, req, res, next) {
  console.error(err.stack);
  res.status(500).json({ error: "Something went wrong" });
});

app.listen(process.env.PORT, "127.0.0.1", function () {
  console.log("Listening on port " + this.address().port);
});
