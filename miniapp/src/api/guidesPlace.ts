import type { PersonView } from '@shared/schemas/views'

const writers = ['clerk', 'secretary', 'director', 'township', 'townshipLead', 'county']

/** The place whose guides someone writes: of their village, their township or their county; the server has the last word. */
export const guidesPlace = (person: PersonView | undefined): string | undefined =>
  person?.posts.find((post) => writers.includes(post.role))?.place
