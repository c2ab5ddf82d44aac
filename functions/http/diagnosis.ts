/**
 * What may be written of an error: its name and code and where it happened, never its message, for that may quote what somebody
 * wrote, or the record that couldn't be kept. Of its causes likewise, three deep.
 */
export const diagnosis = (error: unknown, deep = 3): string => {
  if (!(error instanceof Error)) return typeof error
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } }
  const known = [error.name, typeof code === 'string' && code, $metadata?.httpStatusCode].filter(Boolean).join(' ')
  const [stack, message] = [error.stack ?? '', String(error.message)]
  // a message of several lines may look like a place
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack
  const frames = after.split('\n').filter((line) => /^ {4}at .*:\d+\)?$/.test(line))
  const cause = error.cause && deep > 1 ? [`caused by ${diagnosis(error.cause, deep - 1)}`] : []
  return [known.replace(/[^\w .$-]/g, ''), ...frames.slice(0, 12), ...cause].join('\n')
}
