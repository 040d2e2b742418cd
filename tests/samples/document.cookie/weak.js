export function begin() {
  document.cookie = `sid=${Math.random().toString(36).slice(2)}; path=/`
}
