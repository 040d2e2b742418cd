"use strict";

const { Router } = require("express");
const users = require("./users");

const router = Router();

router.get("/", (req, res) => {
	res.send("Welcome");
});

router.route("/login").post((req, res, next) => {
	users
		.find(req.body.name, req.body.password)
		.then((user) => {
			if (!user) return res.status(401).send("Wrong password");

			/* from here on the visitor is known */
			req.session.loggedIn = true;
			req.session.user = { name: user.name };
			res.redirect("/account");
		})
		.catch(next);
});

router.get("/account", (req, res) => {
	if (req.session.loggedIn) {
		res.send(`
  Hello ${req.session.user.name}
`);
	} else {
		res.status(401).send("Please log in");
	}
});

router.post("/logout", (req, res, next) => {
	if (req.session.loggedIn) {
		res.clearCookie("app.sid", { path: "/" });
		return res.redirect("/");
	}
	res.status(401).send("Please log in");
});

module.exports = router;
