// One message that GitHub shows beside the run and on the pull request.

export interface Annotation {
  level: 'error' | 'warning' | 'notice'
  title: string
  message: string
}
