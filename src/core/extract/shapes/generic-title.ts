// Titles that only count, such as "Attempt 2": they group an entry but say nothing.

/** Whether `title` has no words of its own. */
export function isGenericTitle(title: string): boolean {
  return title.length <= maxLength && generic.test(title.trim())
}

const maxLength = 60
const generic =
  /^#?\s*(?:\d+[.):]?\s*)?(?:failed attempt|attempt|approach|failure|error|issue|problem|manual correction|correction|change|fix|edit|prompt|tool|example|details|show|click to expand)?s?\s*[#:]?\s*\d*[.:)]?$/i
