// What is deleted while we change it need not be changed any more.

import { toApiFailure } from '../../api/api-failure.ts'

/** False when the API answers that there is no such thing; rejects with any other failure. */
export async function ignoreGone(request: Promise<unknown>): Promise<boolean> {
  try {
    await request
    return true
  } catch (error) {
    const { status } = toApiFailure(error)
    if (status === 404 || status === 410) return false
    throw error
  }
}
