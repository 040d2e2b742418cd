import passport from 'passport'
import { ExtractJwt, Strategy } from 'passport-jwt'

const options = {
  jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
  secretOrKey: process.env.JWT_SECRET,
  algorithms: ['HS256'],
}

passport.use(
  new Strategy(options, (claims, done) => {
    User.findById(claims.sub).then((user) => done(null, user ?? false), done)
  }),
)
