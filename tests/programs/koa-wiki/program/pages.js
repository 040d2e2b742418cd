exports.pages = new Map()
