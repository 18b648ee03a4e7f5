// What `ai-worklog dataset` and its commands say of themselves.

/** Options that say where records come from; `report` has them too. */
export const sourceOptions = `Where records come from:
  file …                     records or pull requests (JSONL, JSON), artifacts as downloaded (zip), folders of these;
                             \`-\` is standard input
  --repository <owner/name>  collect the artifacts of its runs; may be repeated
  --organization <login>     of all its repositories
  --artifact-name <name>     default: ai-worklog, and always <name>-pr-<number> too
  --history                  also read the pull requests themselves, from before there was an artifact, and what
                             became of each
  --since <time>             only what is newer, such as 2026-01-01 (default: what the store does not have)
  --with-diff                with --history: also the diffs of merged pull requests, where the licence permits
  --commits <folder>         also commit messages of a local clone
  GITHUB_TOKEN (or GH_TOKEN) is the token, GITHUB_API_URL the API when it is not https://api.github.com.
`

/** Options that say what may be in a dataset. */
const privacyOptions = `What may be in it:
  --audience <audience>      team | public (default: team). public: only records with consent, of public repositories
                             with a licence
  --authors <mode>           login | pseudonym | omit (default: login; public: omit). pseudonym needs a key in
                             AI_WORKLOG_PSEUDONYM_KEY, which stays with you; url, number, branches, SHAs go too
  --opt-out <file>           lines such as author:octocat, repository:owner/name, pull-request:owner/name#12
  --keep-days <n>            leave out and forget pull requests closed, or left open, longer ago
  --tool-age-days <n>        those that name AI tools and were opened longer ago
  --allow-private            let private repositories stand beside public ones
  --license <SPDX>           for records that name none
What is not given is as in the previous version.
`

const build = `Usage: ai-worklog dataset build [options] [file …]

Collects records, adds them to those of the previous version, takes out duplicates, splits, and writes a new version:
Parquet and JSONL tables, training views, a Hugging Face card, Croissant metadata, a manifest and a changelog.

${sourceOptions}
${privacyOptions}
Where it goes:
  --store <place>            folder, s3://bucket/prefix, github-branch:owner/name@branch, github-release:owner/name or
                             github-artifact:owner/name/artifact (default: ./ai-worklog-store). Keeps every version;
                             the newest is a source of the next
  --out <folder>             also copy the dataset there; a folder that this command made before is replaced
  --work-dir <folder>        for what is in progress (default: in the system's temporary folder, one a store); what was
                             fetched is kept there when a run stops, and the next goes on

How:
  --as-of <time>             the time to count from (default: now). Same inputs, previous version and time: same bytes
  --salt <text>              of splits; only for the first version
  --staged <folder>          parts that \`dataset map\` made, of all shards, beside what is named here
  --threads <n>              default: one a processor
  --engine <engine>          duckdb | spark (default: duckdb)
  --spark-command <command>  such as 'spark-submit --master spark://host:7077'; the script is added to it
  --render spark             print the script for a Spark of your own, and stop
  --format <format>          text | json: what is printed at the end (default: text)
  --help                     this text

Exit codes: 0 fine (what could not be taken is named), 2 wrong arguments, input or store, 130 interrupted.

Examples:
  ai-worklog dataset build examples/dataset --out my-dataset
  ai-worklog dataset build --repository octo/app --history --store s3://team/ai-worklog
`

const map = `Usage: ai-worklog dataset map --shard <i/n> --work-dir <folder> [options] [file …]

Does one part of what \`build\` does first: validates, redacts and hashes every n-th part of the input, and leaves
Parquet in <folder>/staged. Runs anywhere, as in a matrix job; with all parts in one place, Spark or DuckDB goes on.

${privacyOptions}
How:
  --shard <i/n>              part i of n, from 1
  --work-dir <folder>        where \`staged\` goes
  --salt <text>              of splits; the same for all parts
  --as-of <time>             the time to count from; the same for all parts
  --threads <n>              default: one a processor
  --help                     this text

Exit codes: 0 fine, 2 wrong arguments or input.
`

const erase = `Usage: ai-worklog dataset erase (--author <login> | --repo <owner/name> | --pr <owner/name#12>) [options]

Takes someone or something out for good: remembers (as a hash) never to take it in again, purges the store of every
version that holds it, makes a new one without it, deletes its artifacts, and lists the copies it cannot reach.

Options:
  --store <place>            as in \`build\`
  --artifacts                delete its artifacts, too; GITHUB_TOKEN needs \`actions: write\`
  --repository <owner/name>  with --artifacts: delete those of this repository whole; may be repeated
  --out <folder>             a copy of the dataset to replace
  --work-dir <folder>        as in \`build\`; purged too
  --dry-run                  only say what would be done
  --as-of <time>             as in \`build\`
  --help                     this text

Exit codes: 0 done, 2 wrong arguments, or something could not be purged.
`

const testList = `Usage: ai-worklog dataset test-list [--store <place>]

Prints the test split, one JSON line a record: its id, page, and the SHA-256 of its normalised text. Take these out of
what you train on.

Options:
  --store <place>            as in \`build\`
  --help                     this text
`

/** Help by command. */
export const datasetCommands: ReadonlyMap<string, string> = new Map([
  ['build', build],
  ['map', map],
  ['erase', erase],
  ['test-list', testList],
])

export const datasetHelp = `Usage: ai-worklog dataset <command> [options] [file …]

Makes datasets of many records, for teams that learn from them and models that train on them.

Commands:
  build      collect records and write a new version: tables, training views, card
  map        do a part of it, for more records than one machine redacts in time
  erase      take an author, a repository or a pull request out for good
  test-list  print the test split, so that nobody trains on it

\`ai-worklog dataset <command> --help\` explains a command.
`
