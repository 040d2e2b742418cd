const app = require('./app')
const { port } = require('./config')

app.listen(port, () => console.log(`The shop is open: http://localhost:${port}`))
