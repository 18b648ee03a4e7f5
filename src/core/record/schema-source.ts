// The structs that say where a record comes from and what it was checked against.

import * as v from 'valibot'
import { exemptionKinds } from '../exempt/exemption-kinds.ts'
import { about, count, nullable, ordinal } from './schema-terms.ts'

const text = v.string()
const maybeText = nullable(v.string())
const maybeTime = nullable(v.pipe(v.string(), v.isoTimestamp()))

export const source = about(
  v.object({
    host: about(maybeText, 'Host name, such as `github.com`.'),
    repository: about(maybeText, '`owner/name`.'),
    repository_id: about(nullable(count), 'Numeric id: it survives renames.'),
    visibility: about(nullable(v.picklist(['public', 'private', 'internal'])), 'Of the repository.'),
    license: about(maybeText, 'SPDX identifier of the repository’s licence.'),
    pr_number: about(nullable(ordinal), 'Number of the pull request.'),
    url: about(maybeText, 'Page of the pull request.'),
    title: about(maybeText, 'As written.'),
    author: about(maybeText, 'Login of the pull request’s author.'),
    author_type: about(maybeText, 'As GitHub says: `User`, `Bot`, `Organization`, `Mannequin`.'),
    author_association: about(maybeText, 'As GitHub says: `OWNER`, `MEMBER`, `FIRST_TIME_CONTRIBUTOR` ….'),
    state: about(nullable(v.picklist(['open', 'closed'])), 'A merged pull request is closed.'),
    draft: about(nullable(v.boolean()), 'Whether it is a draft.'),
    base_ref: about(maybeText, 'Branch it goes to.'),
    base_sha: about(maybeText, 'Tip of that branch when it was read.'),
    head_ref: about(maybeText, 'Branch it comes from.'),
    head_sha: about(maybeText, 'Its last commit.'),
    head_repository_id: about(nullable(count), 'Differs from `repository_id` for a fork.'),
    merge_sha: about(maybeText, 'The commit it was merged as. Null until merged.'),
    created_at: about(maybeTime, 'When it was opened.'),
    closed_at: about(maybeTime, 'When it was closed or merged.'),
    merged_at: about(maybeTime, 'When it was merged.'),
    labels: about(v.array(text), 'Names of its labels.'),
    body_from: about(
      v.picklist(['api', 'event', 'file']),
      'Where the body was read: the live pull request, the event payload, or a file.',
    ),
    run: about(
      nullable(
        v.object({
          id: about(count, 'Id of the run.'),
          attempt: about(count, 'From 1; more for a re-run.'),
          event: about(text, 'Name of the event, such as `pull_request`.'),
          url: about(text, 'Page of the run.'),
        }),
      ),
      'The workflow run that made the record.',
    ),
  }),
  'The pull request, and where it was read.',
)

export const sourceState = v.object({
  source: about(
    v.picklist(['body', 'commit', 'branch', 'author', 'note', 'transcript']),
    'What was to be read.',
  ),
  commit_sha: about(maybeText, 'SHA of the commit, for `commit` and `note`.'),
  state: about(
    v.picklist(['read', 'unparsable', 'too_large', 'missing']),
    '`missing`: there is none. `too_large` and `unparsable`: over a size or nesting cap, not read.',
  ),
})

export const policyState = about(
  v.object({
    sha: about(maybeText, 'Blob SHA of the policy file. Null when there is none.'),
    mode: about(
      nullable(v.picklist(['observe', 'warn', 'enforce'])),
      'The mode of the check. Null in `extract`.',
    ),
    result: about(
      nullable(v.picklist(['pass', 'warn', 'fail', 'skipped', 'error'])),
      'The verdict. Null when nothing was checked, as in `extract`.',
    ),
    exemptions: about(
      v.array(
        v.object({
          kind: about(
            v.picklist(exemptionKinds),
            'What exempts it. `override` only keeps the verdict from being `fail`.',
          ),
          value: about(maybeText, 'Which one: the login, label, team, glob and so on. Null for a draft.'),
          by: about(maybeText, 'Login of whoever set the label, for `override`. Null when not known.'),
        }),
      ),
      'What in the policy’s `exempt` applies. With any but `override` the result is `skipped`, unless the policy cannot be read.',
    ),
  }),
  'What the pull request was checked against, and the verdict.',
)

export const privacy = about(
  v.object({
    prompts: about(v.picklist(['full', 'length', 'omit']), 'How much of a prompt the record carries.'),
    author: about(v.picklist(['login', 'omit']), 'Whether the record names the author.'),
  }),
  'What the record leaves out.',
)
