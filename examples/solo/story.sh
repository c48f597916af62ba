# One person's quarter: Nora runs, carves and writes a small program in the evenings.
# Read by ../make.sh, which says what store, founder, cast, day, remark and setting do.

store solo
founder "Nora Quist" nora@example.org
cast nora

day 2026-09-27
nora init "$store" --no-schemas --solo
setting stale_after 21
nora cycle new 2026-Q4

nora create "Feel at home in my body again" --slug body --tag health \
  --description "Not thinner, not faster. Able to say yes when somebody suggests a mountain." \
  --kr "run = Run without stopping: 2 -> 10 km" \
  --kr "sleep = Nights of seven hours, a week: >= 5 nights worst 2" \
  --kr "back = Days with back pain, a month: 14 -> 3 days weight 2"
nora create "Make a chair that I would give to a friend" --slug chair --tag craft \
  --kr "made = The chair: milestones drawing by 2026-10-18, prototype *2 by 2026-11-15, joints *2 by 2026-12-06, finished *3 by 2026-12-23" \
  --kr "hours = Hours at the bench: 0 -> 60 hours" \
  --kr "sat = Friends who sat in it and did not get up at once: 0 -> 5 friends due 2026-12-27"
nora create "Let strangers use what I wrote for myself" --slug strangers --tag project --committed \
  --kr "users = People who use it every week: 1 -> 25 people" \
  --kr "start = From download to first result: 40 -> 5 min" \
  --kr "docs = Somebody follows the manual without asking: done due 2026-11-29"
remark 2026-Q4/nora/body.yaml "id: sleep" "the watch counts; I do not"

nora kr edit body.back --initiative "Ten minutes of exercises before coffee"
nora kr edit strangers.start --initiative "One file to download, nothing to install"

day 2026-10-04
nora update body run=2.5 sleep=4 back=13 -s on-track -c 7
nora update chair.hours 4 -s on-track -c 8 -n "Found oak from an old staircase"

day 2026-10-11
nora update body.run 3 -s on-track -c 7 -n "Slow enough to talk; that is the trick"
nora update strangers.start 31 -s on-track -c 7
nora update chair.hours 9 -s on-track -c 8

day 2026-10-18
nora update chair.hours 15 -s on-track -c 8
nora update chair.made drawing -s on-track -c 8 -n "Eleven drawings, the first one was best"
nora update body.sleep 5 -s on-track -c 8
nora update body.back 11 -s on-track -c 6

day 2026-10-25
nora update strangers users=4 start=22 -s on-track -c 7 -n "Three people from the forum, without being asked"
nora update body.run 4 -s on-track -c 7

day 2026-11-01
nora update body.back 9 -s on-track -c 7 -n "The exercises work on the days on which I do them"
nora update body sleep=4 run=4.5 -s at-risk -c 6 -n "Release week. I know"
nora update chair.hours 24 -s on-track -c 7

day 2026-11-08
nora update strangers users=9 start=12 -s on-track -c 8 -n "0.3 is one file. Two people said thank you"
nora update chair hours=29 -s on-track -c 6

day 2026-11-14
nora update body run=6 sleep=5 back=8 -s on-track -c 7
nora update chair.made -s at-risk -c 5 -n "The prototype wobbles. It will be a week late, and better"
nora update strangers.docs -s on-track -c 6 -n "Asked my sister to try it without me in the room"

day 2026-11-22
nora update chair.hours 36 -s on-track -c 7
nora update chair.made prototype -s at-risk -c 6 -n "It carries me. The back is too steep by four degrees"
nora update strangers users=13 start=9 -s on-track -c 7

day 2026-11-29
nora update strangers.docs open -s off-track -c 3 -n "She rang at step three. The manual lied about the folder"
nora update body run=7 sleep=5 back=6 -s on-track -c 8

day 2026-12-06
nora update strangers.docs done -s done -c 10 -n "Rewrote it; her neighbour got through alone. A week late"
nora update strangers users=17 start=6 -s on-track -c 7
nora update chair.hours 46 -s on-track -c 7
nora update chair.made -s at-risk -c 4 -n "Joints not done. Winter light is short and so is glue time"

day 2026-12-13
nora update body run=8.5 back=5 -s on-track -c 8
nora update chair.made joints -s at-risk -c 5

day 2026-12-20
nora update strangers users=22 start=5 -s on-track -c 8
nora update body.sleep 6 -s on-track -c 9

day 2026-12-28
nora update body sleep=5 back=4 -s on-track -c 8
nora update body.run 10 -s done -c 10 -n "Ten kilometres, on the coldest day of the year"
nora update chair.hours 58 -s on-track -c 8
nora update chair.made -s off-track -c 2 -n "Oiled twice, needs a third coat: not finished, and nobody has sat in it"
nora update strangers users=24 -s on-track -c 8 -n "One short. I will take it"
nora comment chair "Next time a stool"
