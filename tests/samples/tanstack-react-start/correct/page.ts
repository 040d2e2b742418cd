export function setCookie(name: string, value: string): void {
  remember(name, value)
}

setCookie('sid', 'a view of the table')
