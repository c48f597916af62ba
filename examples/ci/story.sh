#!/bin/sh
# Goals reviewed like code: the whole story in a scratch repository, with real branches.
#
#   sh examples/ci/story.sh            okr has to be in $PATH
#
# Ana and Bo propose a goal, have it reviewed, check in on two branches, merge them, and are stopped when a past
# value is edited. Everything happens in a folder of its own, which is removed at the end.
set -eu
exec 2>&1
ci=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

export HOME="$scratch" GIT_CONFIG_NOSYSTEM=1 OKR_NOW=2026-10-05 OKR_SEED=7 COLUMNS=96
tell() { printf '\n# %s\n' "$*"; }
# A command as it is typed: words with blanks in quotation marks.
typed() {
  printf '$'
  for word; do
    case $word in
      *[!A-Za-z0-9@:=.,/~_-]*) printf " '%s'" "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  printf '\n'
}
# Shows a command, then runs it.
run() { typed "$@"; "$@"; }
# The same for one that has to fail.
refused() {
  typed "$@"
  if "$@"; then echo "this should have been refused"; exit 1; fi
}
# Who works now, and on which day.
as() {
  case $1 in
    ana) git config --global user.name "Ana Lima" && git config --global user.email ana@acme.example ;;
    bo) git config --global user.name "Bo Chen" && git config --global user.email bo@acme.example ;;
  esac
  export OKR_ME="$1" OKR_NOW="$2T09:00:00Z" GIT_AUTHOR_DATE="$2T09:00:00Z" GIT_COMMITTER_DATE="$2T09:00:00Z"
}
commit() { git add -A && git commit --quiet -m "$1" && printf '$ git commit -m "%s"\n' "$1"; }

as ana 2026-10-05
git config --global init.defaultBranch main
git config --global advice.mergeConflict false

tell "A company keeps its goals in a repository."
run git init --quiet goals
cd goals
run okr init --company acme --quiet
run okr org add-unit eng --name Engineering --lead ana --quiet
run okr org add-person bo --name "Bo Chen" --unit eng --email bo@acme.example --quiet
run okr cycle new 2026-Q4 --quiet
run okr create "Make renewing the obvious choice" --owner acme --slug renewing --kr "nps = NPS rises: 31 -> 50 points" --kr "churn = Churn falls: 4.2 -> 2 %" --quiet
run okr hooks install
commit "The company's goal of the quarter"

tell "Bo proposes a goal on a branch. The checks advise him before anybody else does."
as bo 2026-10-06
run git checkout --quiet -b proposal
run okr create "Launch the renewal portal" --owner eng --slug portal --align acme/renewing.churn --kr "finish = Renewals finished without a call: 40 -> 80 %" --kr "nps = NPS of those who renew: 35 -> 50 points" --quiet
run okr check
run okr set portal title "Renewing takes a minute and no phone call" --note "what comes of the portal, not the portal" --quiet
run okr check --quiet
commit "Propose that renewing takes a minute"

tell "The pull request says what it changes, in words."
run "$ci/comment.sh" main | sed "s|$ci/||"

tell "Ana reviews it: eighty per cent is what she wants to see. It is merged."
as ana 2026-10-07
run okr comment portal "Agreed, and @bo: 80 % stays, even if it hurts." --quiet
commit "Review the proposal"
run git checkout --quiet main
run git merge --quiet --no-ff -m "Merge the proposal" proposal

tell "Weeks later both check in on the same goal, each on a branch; and both change its file."
run git checkout --quiet -b ana-checks-in main
as ana 2026-11-02
run okr update portal.finish 52 --status on-track --confidence 6 --note "The short form is live." --quiet
run okr set portal tags retention,portal --quiet
commit "Check in"
run git checkout --quiet -b bo-checks-in main
as bo 2026-11-03
run okr update portal.nps 38 --status at-risk --confidence 4 --note "Few answers yet." --quiet
run okr kr edit portal.nps --owner bo --quiet
commit "Check in"

tell "Nothing conflicts: histories keep both lines, and definitions are merged by key."
run git checkout --quiet main
run git merge --quiet --no-edit ana-checks-in
run git merge --quiet --no-edit bo-checks-in
run okr history portal
run okr diff HEAD~2 HEAD

tell "Somebody makes a past value look better. The guard stops it."
as bo 2026-11-04
run git checkout --quiet -b too-good
run sed -i 's/"value": 52/"value": 62/' okrs/2026-Q4/eng/portal.history.yaml
refused git commit --quiet -am "Correct a number"
run git commit --quiet --no-verify -am "Correct a number"
refused okr verify --base main

tell "The right way is to take it back, and to say so."
run git reset --quiet --hard main
event=$(okr log portal --event update --format json | grep -o '"id": "[a-z0-9]*"' | tail -1 | cut -d'"' -f4)
run okr retract portal "$event" --note "The export counted trials twice." --quiet
run okr update portal.finish 47 --note "Without trials." --quiet
commit "Correct a number, in the open"
OKR_VERIFY="--signed-by-author" run "$ci/guard.sh" main | sed "s|$ci/||"

tell "And CI is red while a goal is off track."
as ana 2026-11-20
refused okr report gap --fail-on off-track --quiet
