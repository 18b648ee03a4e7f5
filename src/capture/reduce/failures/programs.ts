// What programs are for. Data only: names and the words that follow them.

/** Programs that only look, or prepare: that they say no is an answer. With words: only these of theirs. */
export const explorers: ReadonlyMap<string, RegExp | null> = new Map<string, RegExp | null>([
  ...(
    'ls ll dir cat bat head tail less more grep egrep fgrep rg ag ack ugrep zgrep find fd locate which where whereis ' +
    'type hash test [ [[ diff cmp comm stat file wc sort uniq cut tr awk gawk jq yq echo printf pwd cd pushd popd env ' +
    'printenv date cal tree du df ps pgrep pidof top lsof netstat ss kill pkill killall sleep wait true false : ' +
    'readlink realpath basename dirname xargs tee column nl od xxd hexdump strings id whoami groups hostname uname ' +
    'set export unset source . alias ulimit umask trap read exit return ping nc dig nslookup host open Get-ChildItem ' +
    'Get-Content Select-String Test-Path Get-Command Select-Object Where-Object Measure-Object Out-String'
  )
    .split(' ')
    .map((name): [string, null] => [name, null]),
  ['sed', /^(?!.*(?:^| )(?:-[a-zA-Z]*i|--in-place))/],
  [
    'git',
    /^(?:-C \S+ |--no-pager |-c \S+ )*(?:status|diff|log|show|branch|rev-parse|rev-list|ls-files|ls-tree|ls-remote|grep|blame|remote|config|describe|merge-base|cat-file|check-ignore|check-attr|for-each-ref|symbolic-ref|show-ref|reflog|shortlog|name-rev|worktree list|stash list|stash show|fetch|help|version)\b/,
  ],
  [
    'gh',
    /^(?:api|auth|search|help|(?:pr|issue|run|repo|release|workflow) (?:view|list|status|diff|checks|watch))\b/,
  ],
  ['npm', /^(?:view|info|show|ls|list|outdated|config|root|prefix|why|explain|search|whoami|--version|-v)\b/],
  ['pnpm', /^(?:view|info|ls|list|outdated|config|why|--version)\b/],
  ['yarn', /^(?:info|list|outdated|config|why|--version)\b/],
  ['pip', /^(?:show|list|freeze|index|config|--version)\b/],
  ['pip3', /^(?:show|list|freeze|index|config|--version)\b/],
  [
    'docker',
    /^(?:ps|images|logs|inspect|info|version|context|network ls|volume ls|compose (?:ps|logs|config))\b/,
  ],
  ['kubectl', /^(?:get|describe|logs|config|version|explain)\b/],
  ['cargo', /^(?:tree|metadata|search|--version|-V)\b/],
  ['go', /^(?:env|list|version|doc)\b/],
])

/** Of these, the ones that do not even look. */
export const talkers = new Set('echo printf cd export set sleep true : exit'.split(' '))

/** Small work on files. It fails for a moment and is done another way. */
export const housekeepers = new Set(
  'mv cp rm mkdir rmdir touch ln chmod chown tar unzip zip curl wget rsync'.split(' '),
)

/** Programs whose failure says something about the code. With words: only these of theirs. */
export const checkers: ReadonlyMap<string, RegExp | null> = new Map<string, RegExp | null>([
  ...(
    'tsc vue-tsc svelte-check tsgo eslint oxlint biome prettier stylelint jest vitest mocha ava tap c8 nyc playwright cypress ' +
    'karma jasmine wdio pytest py.test tox nox mypy pyright basedpyright ruff flake8 pylint black isort bandit ty unittest ' +
    'golangci-lint staticcheck gotestsum ginkgo goreleaser rustc clippy-driver cross javac mvn mvnw gradle gradlew ant sbt ' +
    'bazel bazelisk buck2 rspec rake rubocop standardrb minitest cucumber msbuild make gmake cmake ctest ninja meson gcc ' +
    'g++ cc c++ clang clang++ clang-tidy cppcheck swiftlint xcodebuild phpunit pest phpstan psalm php-cs-fixer mix stack ' +
    'cabal ghc ghcid hlint webpack rollup rolldown esbuild parcel tsup pre-commit lint-staged act alembic shellcheck ' +
    'hadolint markdownlint semgrep nx turbo lerna moon just task actionlint zizmor tflint ansible-lint knip dprint deno'
  )
    .split(' ')
    .map((name): [string, null] => [name, null]),
  ...['npm', 'pnpm', 'yarn', 'bun'].map((name): [string, RegExp] => [
    name,
    /^(?!(?:run )?(?:dev|start|serve|preview|watch)\b)\S/,
  ]),
  ['node', /(?:^| )--test\b/],
  ['go', /^(?:test|build|vet|run|mod|generate|install|get)\b/],
  ['cargo', /^(?:\+\S+ )?(?:test|build|check|clippy|fmt|run|bench|nextest|doc|install|add|publish)\b/],
  ['dotnet', /^(?:test|build|run|publish|restore|format|add)\b/],
  ['swift', /^(?:test|build|run|package)\b/],
  ['zig', /^(?:build|test)\b/],
  ['flutter', /^(?:test|build|analyze|pub)\b/],
  ['dart', /^(?:test|analyze|compile|format|pub|fix)\b/],
  ['rails', /^(?:test|db:|spec)/],
  ['php', /^(?:artisan (?:test|migrate)|-l\b|vendor\/bin|\.\/vendor)/],
  ['composer', /^(?:install|require|update|test|run)\b/],
  ['bundle', /^(?:install|update|add)\b/],
  ['pip', /^(?:install)\b/],
  ['pip3', /^(?:install)\b/],
  ['uv', /^(?:sync|add|pip|lock|build)\b/],
  ['poetry', /^(?:install|add|lock|build)\b/],
  ['vite', /^(?:build)\b/],
  ['next', /^(?:build|lint)\b/],
  ['astro', /^(?:build|check)\b/],
  ['prisma', /^\S/],
  ['docker', /^(?:build|buildx|compose (?:build|run))\b/],
  ['terraform', /^(?:plan|apply|validate|init|fmt)\b/],
  ['tofu', /^(?:plan|apply|validate|init|fmt)\b/],
  ['helm', /^(?:install|upgrade|lint|template)\b/],
  ['kubectl', /^(?:apply|rollout)\b/],
  ['git', /^(?:-C \S+ )*(?:commit|push|merge|rebase|cherry-pick|apply|am|pull|revert)\b/],
  ['gh', /^pr (?:create|merge)\b/],
])

/** Programs that run until they are stopped. */
export const servers =
  /^(?:(?:npm|pnpm|yarn|bun)(?: run)? (?:dev|start|serve|preview|watch)|vite(?! build)|next (?:dev|start)|nodemon|tsx watch|uvicorn|gunicorn|hypercorn|flask run|(?:manage\.py|python[\d.]* \S*manage\.py) runserver|rails (?:s|server)|puma|http\.server|tail -[fF]|docker(?: compose|-compose) (?:up|logs)|wrangler dev|storybook|ng serve|webpack serve|redis-server|postgres|nginx|caddy|php -S|php artisan serve|deno (?:task dev|run)|air|watch|\S+ (?:[^|]*? )?--watch)(?:[\s:]|$)/
