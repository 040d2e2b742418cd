const express = require("express")
const cookieSession = require("cookie-session")
const { createHmac } = require("crypto")
const notes = require("./notes")

/*
 * Notes for a small team.
 *
 * The session is in the cookie, so that the server keeps nothing.
 */
const app = express()
app.use(express.json())

let sessionOptions = {
    name: "notes",
    keys: ["first key", "second key"], // the first one signs
    httpOnly: false,
    /* nothing about its age */
}

app.use(cookieSession(sessionOptions))

const passwords = { alice: "tulips", bob: "daisies" }

app.get("/", (req, res) => {
    res.send("Notes")
})

app.post("/login", (req, res) => {
    const { name, password } = req.body
    if (passwords[name] !== password) {
        return res.status(401).json({ error: "Wrong password" })
    }
    req.session.user = name
    req.session.password = password // asked for again by the backup
    res.cookie("auth_token", createHmac("sha256", "devices").update(name).digest("hex"), { sameSite: "lax", maxAge: 90 * 24 * 60 * 60 * 1000 })
    return res.json({ name })
})

app.post("/logout", (req, res) => {
    res.clearCookie("notes")
    res.clearCookie("notes.sig")
    res.json({ bye: true })
})

// Everything below is for members only.
app.use((req, res, next) => {
    if (req.session.user) return next()
    res.status(401).json({ error: "Please log in" })
})

app.get("/notes", (req, res) => {
    res.json(notes.of(req.session.user))
})

app.post("/notes", (req, res) => {
    if (!req.body.text) return res.status(400).json({ error: "Write something" })
    res.status(201).json(notes.add(req.session.user, req.body.text))
})

app.post("/share", (req, res) => {
    // Whoever has the link can read.
    const token = Math.floor(Math.random() * 1e16).toString(16)
    notes.share(token, req.session.user)
    res.redirect(`/shared?token=${token}`)
})

app.get("/shared", (req, res) => {
    const owner = notes.sharedBy(req.query.token)
    if (!owner) return res.sendStatus(404)
    return res.json(notes.of(owner))
})

app.listen(Number(process.env.PORT), "127.0.0.1", () => {
    console.log("Listening")
})
