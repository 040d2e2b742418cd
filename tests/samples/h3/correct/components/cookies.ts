export function setCookie(event: { detail: string }, name: string, value: string): void {
  remember(name, value, event.detail)
}

setCookie({ detail: 'none' }, 'sid', 'a view of the table')
