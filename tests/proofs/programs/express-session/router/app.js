"use strict";

const express = require("express");
const session = require("express-session");
const account = require("./routes/account");

const app = express();

app.use(express.json());
app.use(
	session({
		name: "app.sid",
		secret: "keyboard cat",
		resave: false,
		saveUninitialized: true,
		genid: (req) => Date.now().toString(36),
		cookie: { path: "/", httpOnly: 0 },
	}),
);
app.use(account);

app.listen(Number(process.env.PORT), "127.0.0.1", () => {
	console.log("Listening");
});
