# Acme Inc., makers of a document workspace, try to become the tool that careful companies renew without thinking.
# Read by ../make.sh, which says what store, founder, cast, day and remark do.

store acme
founder "Sofía Herrera" sofia@acme.example
cast sofia ana kofi bo mei priya yusuf

# ── The company, and its year ────────────────────────────────────────────────────────────────────────────────────────

day 2026-01-05
sofia init "$store" --no-schemas --company acme --name "Acme Inc."
sofia org add-unit eng --name Engineering --lead ana
sofia org add-unit web --name "Web Team" --parent eng --lead kofi
sofia org add-unit cs --name "Customer Success" --lead mei
sofia org add-unit growth --name Growth --lead yusuf
sofia org add-person ana --name "Ana Lima" --unit eng --email ana@acme.example
sofia org add-person kofi --name "Kofi Mensah" --unit web --email kofi@acme.example
sofia org add-person bo --name "Bo Lindqvist" --unit web --email bo@acme.example
sofia org add-person mei --name "梅兰 Mei Lan" --unit cs --email mei@acme.example
sofia org add-person priya --name "Priya Raman" --unit cs --email priya@acme.example
sofia org add-person yusuf --name "Yusuf Demir" --unit growth --email yusuf@acme.example

sofia cycle new 2026 --title "The year of trust"
sofia create "Become the workspace that careful companies trust" --cycle 2026 --owner acme --slug trusted --tag trust \
  --description "Anyone can win a trial. We want to be what a bank still uses in ten years." \
  --kr "nrr = Net revenue retention rises: 96 -> 108 %" \
  --kr "regulated = Customers under supervision: 0 -> 12 customers @yusuf"
sofia create "Stand on our own feet" --cycle 2026 --owner acme --slug own-feet --committed --tag money \
  --kr "margin = Operating margin turns: -8 -> 5 %" \
  --kr "runway = Runway is kept: >= 18 months worst 9"

day 2026-03-31
sofia update 2026/acme/trusted nrr=97.5 regulated=0 -s on-track -c 6 -n "No bank yet, but two asked for our controls"
sofia update 2026/acme/own-feet margin=-6 runway=16 -s at-risk -c 6 -n "Hiring came before revenue, as planned"
day 2026-06-30
sofia update 2026/acme/trusted nrr=99 regulated=1 -s on-track -c 6 -n "First savings bank signed"
sofia update 2026/acme/own-feet margin=-2.5 runway=17 -s on-track -c 7 -n "Costs flat, revenue up a tenth"
# ── The quarter before: planned, reviewed, scored and closed ─────────────────────────────────────────────────────────

day 2026-07-01
sofia cycle new 2026-Q3
sofia create "Make the first week worth a month" --owner acme --slug first-week --align 2026/acme/trusted.nrr --tag growth \
  --description "Whoever is not at home after a week never comes home." \
  --kr "week1 = Teams still there after a week: 31 -> 45 % weight 2 @kofi" \
  --kr "invite = Colleagues invited by each new team: 1.8 -> 4 people @yusuf" \
  --kr "docs = Teams serve it: aligned"
ana create "Stop waking people up at night" --owner eng --slug asleep --committed --align acme/first-week --tag reliability \
  --kr "pages = Pages at night, a month: 41 -> 23 pages" \
  --kr "restore = Time to restore service: 120 -> 74 minutes"
kofi create "Ship what new teams ask for first" --owner web --slug asked --align acme/first-week.docs \
  --kr "import = Import from other tools: milestones one, two, three" \
  --kr "setup = New teams that finish setup: 28 -> 38 %"
mei create "Know every customer by name" --owner cs --slug by-name --align acme/first-week.docs --tag retention \
  --kr "calls = Accounts called in their first month: 0 -> 60 accounts @priya" \
  --kr "csat = Customers stay glad: >= 88 % worst 80 @priya"
yusuf create "Win the first bank" --owner growth --slug bank --align 2026/acme/trusted.regulated --tag trust \
  --kr "bank = A bank signs: done" \
  --kr "pipeline = Pipeline under supervision: 0 -> 0.4 M\$"
priya create "Translate the handbook" --owner priya --slug handbook --align cs/by-name \
  --kr "pages = Pages in Spanish and German: 0 -> 120 pages"

day 2026-07-13
kofi update first-week.week1 33 -s on-track -c 6
yusuf update first-week.invite 2.1 -s on-track -c 6 -n "The invitation asks too early; moved behind the first page"
ana update asleep pages=38 restore=112 -s on-track -c 7
kofi update asked setup=30 import=one -s on-track -c 7
priya update by-name calls=8 csat=86.5 -s on-track -c 7
priya update handbook 6 -s on-track -c 6
yusuf update bank.pipeline 0.1 -s on-track -c 5

day 2026-07-28
kofi update first-week.week1 35.5 -s on-track -c 7
yusuf update first-week.invite 2.4 -s at-risk -c 5
ana update asleep pages=33 restore=98 -s on-track -c 8
kofi update asked.setup 32 -s on-track -c 7
priya update by-name calls=21 csat=87.5 -s on-track -c 7
yusuf update bank.pipeline 0.2 -s on-track -c 6 -n "Two banks in the same week: somebody talks about us"

day 2026-08-14
kofi update first-week.week1 36 -s at-risk -c 5 -n "August: half of the trials start and go on holiday"
yusuf update first-week.invite 2.6 -s at-risk -c 4
ana update asleep pages=29 restore=90 -s on-track -c 8
kofi update asked setup=34 import=two -s on-track -c 7
priya update by-name calls=34 csat=88.5 -s on-track -c 8
priya update handbook 9 -s off-track -c 2 -n "Every page changes before it is translated"
yusuf update bank.pipeline 0.3 -s on-track -c 7

day 2026-08-17
sofia review first-week --mid --went-well "Week one rises although it is summer" \
  --stuck "Invitations: we ask people to vouch for what they do not know yet" \
  --next "Yusuf tries the invitation after the first shared page; two weeks, then we decide"
ana review asleep --mid --went-well "A third fewer pages, and nobody misses them" --next "The queue gets a limit"
mei review by-name --mid --went-well "Priya's calls: people pick up" --stuck "The handbook waits for a product that stands still" \
  --next "Give the handbook up, write down answers instead"
priya abandon handbook --note "Translating what changes every week helps nobody; next quarter we write answers down"

day 2026-08-31
kofi update first-week.week1 38.5 -s on-track -c 6
yusuf update first-week.invite 3.1 -s on-track -c 6 -n "Asking after the first shared page works"
ana update asleep pages=26 restore=81 -s on-track -c 9
kofi update asked.setup 37 -s on-track -c 8
priya update by-name calls=49 csat=89 -s on-track -c 9
yusuf update bank.pipeline 0.35 -s on-track -c 8

day 2026-09-18
kofi update first-week.week1 41 -s on-track -c 6
yusuf update first-week.invite 3.4 -s at-risk -c 5
ana update asleep pages=24 restore=76 -s on-track -c 9
kofi update asked setup=40 import=three -s done -c 10 -n "Three tools, and setup above what we hoped"
priya update by-name calls=62 csat=89.5 -s done -c 10
yusuf update bank.bank done -s done -c 10 -n "A savings bank in Turin. Small, and a bank"

day 2026-09-29
kofi update first-week.week1 41.5 -s at-risk -c 3
ana update asleep pages=23 restore=77 -s at-risk -c 6 -n "Three minutes over; the outage of the 21st is in it"
yusuf update bank.pipeline 0.4 -s done -c 10

day 2026-09-30
kofi score asked --suggested
kofi score asked 100 --note "All of it, and a week early: we could have aimed higher"
mei score by-name --suggested
yusuf score bank --suggested
ana score asleep pages=100 restore=93
ana score asleep 95 --note "Committed, and three minutes short"
kofi score asleep 100 --note "I sleep"
sofia score first-week week1=75 invite=70
sofia score first-week 75 --note "Hard, and most of it reached"
sofia review first-week --end --went-well "We learned when to ask for colleagues" \
  --stuck "The last points need support, not features" --next "Next quarter is about those who stay: renewals"
mei review by-name --end --went-well "Sixty-two calls" --next "Answers that outlast the call"
sofia update 2026/acme/trusted nrr=101 regulated=3 -s at-risk -c 5 -n "Every deal waits for a SOC 2 report we do not have"
sofia update 2026/acme/own-feet margin=1 runway=19 -s on-track -c 8 -n "First quarter in the black"

# ── The quarter is planned: company first, then what serves it ───────────────────────────────────────────────────────

day 2026-10-01
sofia cycle new 2026-Q4
sofia create "Make renewing the obvious choice" --owner acme --slug renewing --align 2026/acme/trusted.nrr \
  --tag retention --description "Renewals pay for everything else." \
  --kr "nps = NPS rises: 31 -> 50 points weight 2 @priya" \
  --kr "churn = Churn falls: 4.2 -> 2.0 % @mei" \
  --kr "up = Uptime is kept: >= 99.9 % worst 99 @ana" \
  --kr "audit = Audit passed: done @ana" \
  --kr "launch = New onboarding launched: milestones design, beta, launch @kofi"
sofia create "Be the vendor a bank's security team says yes to" --owner acme --slug regulated --committed \
  --align 2026/acme/trusted.regulated --tag trust \
  --description "Half of what we lose, we lose to a questionnaire." \
  --kr "signed = Customers under supervision: 3 -> 8 customers @yusuf" \
  --kr "answers = A security questionnaire takes: 15 -> 4 days @yusuf" \
  --kr "evidence = Departments bring the evidence: aligned"
remark 2026-Q4/acme/renewing.yaml "id: churn" "monthly, of paying accounts; trials never count"
remark 2026-Q4/acme/renewing.yaml "id: up" "the last 30 days, from the status page, not from our own dashboards"

day 2026-10-02
ana create "Make being on call boring" --owner eng --slug quiet --align acme/renewing.up --committed --tag trust \
  --description "Whoever sleeps through the night writes better code in the morning." \
  --kr "pages = Pages at night, a month: 23 -> 5 pages weight 2" \
  --kr "restore = Time to restore service: 74 -> 20 minutes" \
  --kr "drills = Recovery drills that found nothing new: 0 -> 4 drills due 2026-12-18"
ana create "Walk into the audit with nothing to hide" --owner eng --slug nothing-to-hide --committed --tag trust \
  --align acme/regulated.evidence --align acme/renewing.audit \
  --kr "path = SOC 2 report: milestones gap analysis by 2026-10-16, policies by 2026-11-06, dry run *2 by 2026-11-27, report *3 by 2026-12-18" \
  --kr "controls = Controls with evidence nobody has to look for: 41 -> 114 controls due 2026-12-11" \
  --kr "critical = Critical findings stay closed: <= 0 findings worst 4"
kofi create "Let a new team feel at home within the hour" --owner web --slug first-hour \
  --align acme/renewing.launch --align acme/renewing.nps --tag onboarding --tag product \
  --kr "shared = Minutes to the first shared document: 190 -> 60 min" \
  --kr "finish = New teams that finish setup: 38 -> 70 %" \
  --kr "noise = Setup questions that reach support, a week: 85 -> 30 tickets @priya"
mei create "Give every customer an answer they can act on" --owner cs --slug answers --align acme/renewing.nps \
  --tag retention \
  --kr "first = First answer, median: 30 -> 8 hours" \
  --kr "solved = Solved with the first answer: 44 -> 65 %" \
  --kr "csat = Customers stay glad they asked: >= 92 % worst 80 @priya" \
  --kr "craft = What each of us brings to it: aligned"
mei create "See a goodbye coming before it is said" --owner cs --slug goodbye --align acme/renewing.churn \
  --tag retention \
  --kr "health = Accounts with a health score: 0 -> 240 accounts weight 2" \
  --kr "saved = Accounts in the red that stay: 35 -> 60 %"
yusuf create "Tell a story that banks repeat to each other" --owner growth --slug story --align acme/regulated.signed \
  --tag trust \
  --kr "voices = Customers who speak for us in public: 1 -> 5 customers" \
  --kr 'pipeline = Pipeline under supervision: 0.4 -> 1.5 M$ due 2026-12-11'

day 2026-10-05
kofi create "Make the first page feel instant" --slug instant --align web/first-hour.shared --tag product \
  --kr "lcp = Largest paint, 75th percentile: 4.8 -> 2.0 s" \
  --kr "bundle = First load stays light: <= 250 kB worst 600"
bo create "Make setup work for those who cannot see it" --slug unseen --align web/first-hour.finish --tag onboarding \
  --kr "barriers = Known barriers in setup: 37 -> 0 barriers" \
  --kr "sessions = Sessions with blind colleagues: 0 -> 6 sessions due 2026-12-04"
priya create "Write down what only I know" --slug write-down --align cs/answers.craft --tag knowledge \
  --kr "articles = Answers others can find: 0 -> 30 articles" \
  --kr "reused = Tickets closed with one of them: 0 -> 40 %" \
  --kr "away = A week away without one call: done due 2026-12-11"
mei create "Hear what customers do not write" --slug hear --align cs/answers.craft --align cs/goodbye.saved \
  --tag retention \
  --kr "calls = Calls without a ticket as the reason: 0 -> 36 calls" \
  --kr "moved = Things on the roadmap that began in a call: 0 -> 6 things"
yusuf create "Never answer the same security question twice" --slug once --align acme/regulated.answers --tag trust \
  --kr "library = Questions with an agreed answer: 60 -> 400 questions" \
  --kr "alone = Questionnaires filled without an engineer: 0 -> 60 %"
# Unaligned on purpose: people grow in directions that no company objective asks for.
ana create "Become an engineer whom others learn from" --slug teacher --tag growth \
  --kr "talk = A talk outside the company: milestones idea, accepted, held" \
  --kr "pairs = Hours of pairing with juniors: 0 -> 40 hours"
remark 2026-Q4/ana/teacher.yaml "title:" "serves nothing above, and that is fine: agreed with Sofía on October 1"

# The work that should move the figures; it is never counted as progress.
ana kr edit nothing-to-hide.controls --initiative "Evidence collected by CI, not by people"
mei kr edit renewing.churn --initiative "Call every account two months before renewal"
kofi kr edit first-hour.finish --initiative "Import from the three tools they come from"
kofi kr edit first-hour.finish --initiative "One screen instead of five"
yusuf kr edit story.voices --initiative "Customer evening in Frankfurt"

# ── October: a quick start ───────────────────────────────────────────────────────────────────────────────────────────

day 2026-10-09
priya update renewing.nps 32 -s on-track -c 7 -n "First survey, 212 answers: slow support is named most"
mei update renewing.churn 4.0 -s on-track -c 7 -n "September cohort was kind to us"
ana update renewing.up 99.95 -s on-track -c 8
ana update quiet.pages 22 -s on-track -c 7 -n "Half of all pages come from one queue"
ana update quiet.restore 70 -s on-track -c 7
kofi update first-hour shared=184 finish=39 -s on-track -c 7 -n "Watched nine teams set up. Five screens, four too many"
mei update answers first=27 solved=45 -s on-track -c 8 -n "Triage twice a day instead of once"
mei update goodbye.health 22 -s on-track -c 6 -n "Scored the largest accounts by hand to see what matters"
yusuf update once library=95 -s on-track -c 7 -n "Copied out of old questionnaires"
kofi update instant lcp=4.5 bundle=580 -s on-track -c 6 -n "Nobody had measured this for a year"
priya update write-down.articles 4 -s on-track -c 8
bo update unseen.sessions 1 -s on-track -c 8 -n "One session, eleven new barriers. Humbling"

day 2026-10-16
ana update nothing-to-hide.path "gap analysis" -s on-track -c 8 -n "On the day. 73 controls lack evidence"
ana update nothing-to-hide controls=52 critical=1 -s on-track -c 7 -n "One critical finding: admin tokens without expiry"
yusuf update regulated signed=3 answers=13 -s on-track -c 6 -n "Two verbal yeses, no signature"
yusuf update story voices=2 pipeline=0.55 -s on-track -c 7 -n "Frankfurt evening: 31 guests, two of them banks"
yusuf kr edit story.voices --done "Customer evening in Frankfurt"
mei update hear calls=5 moved=0 -s on-track -c 8 -n "People talk about what they have stopped using"
bo update unseen barriers=44 -s at-risk -c 6 -n "Up, because we look properly now"
ana update teacher pairs=5 talk=idea -s on-track -c 7
priya update answers.csat 93 -s on-track -c 8

day 2026-10-20
kofi update renewing.launch design -s on-track -c 8 -n "Design agreed: one screen, import first"
priya update renewing.nps 34 -s on-track -c 7 -n "Detractors got a call within a day; some of them cheered up"
ana update renewing.up 99.93 -s on-track -c 8
ana update quiet pages=19 restore=66 drills=1 -s on-track -c 7 -n "The noisy queue has a limit now"
mei update answers first=23 solved=47 -s on-track -c 8

day 2026-10-23
ana update renewing.up 99.12 -s off-track -c 3 -n "Six hours down on Wednesday: a migration without a way back. Write-up is linked in the channel"
ana update quiet restore=81 -s at-risk -c 5 -n "The outage is in this figure, as it should be"
sofia comment renewing "@ana thank you for the write-up. What do you need to make this impossible?"
ana comment renewing "@sofia two weeks without features for the web team's database. @kofi can you live with that?"
kofi comment renewing "@ana yes, if beta may slip by a week. It will hurt first-hour.finish"
kofi update first-hour shared=171 finish=42 noise=80 -s on-track -c 7 -n "Import from two of three tools works"
yusuf update once library=150 alone=10 -s on-track -c 7

day 2026-10-30
priya update renewing.nps 36 -s at-risk -c 5 -n "Survey answers drop after the outage; the score has not, yet"
mei update renewing.churn 2.4 -s on-track -c 9 -n "Better than we hoped"
mei update goodbye health=64 saved=41 -s on-track -c 6 -n "Score from usage, invoices and tickets; slow going"
mei update hear calls=11 moved=1 -s on-track -c 8 -n "First one on the roadmap: comments that survive an export"
kofi update instant lcp=3.9 bundle=470 -s on-track -c 7 -n "Charts load when somebody scrolls to them"
bo update unseen barriers=35 sessions=2 -s at-risk -c 6
ana update nothing-to-hide controls=63 critical=0 -s on-track -c 7 -n "Tokens expire after 90 days now"
priya update write-down articles=11 reused=6 -s on-track -c 8
yusuf update regulated signed=4 answers=11 -s on-track -c 6 -n "Kreditverein signed. Eleven more waiting for the report"

# ── November: what goes wrong is said ────────────────────────────────────────────────────────────────────────────────

day 2026-11-03
mei retract renewing.churn --note "Trial accounts were left in: 2.4 was wrong, it is 3.4"
mei update renewing.churn 3.4 --at "2026-10-30 17:00" -s on-track -c 7 -n "Same day, paying accounts only"
sofia comment renewing "@mei good that you said so yourself. Please put the definition into the file"

day 2026-11-06
ana update nothing-to-hide.path policies -s on-track -c 7 -n "All signed, on the last day possible"
ana update renewing.up 99.31 -s off-track -c 4 -n "Nothing new broke; October 21 is still in the window"
ana update quiet pages=14 restore=47 drills=2 -s on-track -c 7
kofi update renewing.launch beta -s on-track -c 8 -n "A day early in the end, with 14 teams"
kofi update first-hour shared=124 finish=54 -s on-track -c 7
kofi update first-hour.noise 66 -s at-risk -c 5 -n "Beta teams ask nothing; everybody else still asks the same"
mei update answers first=17 solved=53 -s on-track -c 8 -n "Priya's articles begin to show"
priya update answers.csat 91 -s at-risk -c 6 -n "Fast but curt, customers say. They are right"
yusuf update once library=232 alone=30 -s on-track -c 8
ana update teacher.pairs 18 -s on-track -c 7
ana update teacher.talk accepted -s on-track -c 8 -n "DevDays took it: the outage, told honestly"

day 2026-11-10
priya update renewing.nps 38 -s on-track -c 7 -n "New onboarding is live for the beta teams, and they say so"
mei update renewing.churn 3.1 -s on-track -c 7 -n "Two large accounts saved by a call in time"
mei kr edit goodbye.health --metric "0 -> 180 accounts"
mei comment goodbye "Target cut from 240 to 180: the 60 smallest have too little data for a score. @sofia agreed on the 9th"
remark 2026-Q4/cs/goodbye.yaml "id: health" "was 240 until November 10; see the log for why"
mei update goodbye health=88 saved=47 -s on-track -c 7
mei update hear.calls 18 -s on-track -c 7
mei update hear.moved 2 -s at-risk -c 5
bo update unseen barriers=22 sessions=4 -s at-risk -c 6 -n "Dragging still needs eyes; a keyboard way is designed"

day 2026-11-13
ana update renewing.up 99.45 -s at-risk -c 5 -n "Climbs as October leaves the window, if nothing else happens"
ana update nothing-to-hide controls=86 critical=0 -s on-track -c 7
yusuf update regulated.answers 9 -s on-track -c 7
yusuf update regulated.signed 4 -s on-track -c 5 -n "No signature in two weeks, but a good feeling"
sofia comment regulated "@yusuf the figures say half of what we planned. What would have to be true for on track?"
yusuf update story.pipeline 0.7 -s at-risk -c 5 -n "Two banks postponed to the new budget year"
kofi update instant lcp=3.1 bundle=390 -s at-risk -c 6 -n "One chart library weighs more than everything else together"
priya update write-down articles=17 reused=20 -s on-track -c 8
priya update answers.csat 91.5 -s at-risk -c 6

day 2026-11-17
sofia review renewing --mid --went-well "Support turned the survey round" \
  --stuck "The audit has not begun, and everything that banks want waits for it" \
  --next "Ana leads the audit from today; the database work moves to January"
ana review nothing-to-hide --mid --went-well "Evidence is there before it is asked for" --next "The report, then the audit"
yusuf review story --mid --stuck "Nobody speaks for us in public before the report is there" \
  --next "Two customers who need no report: the savings bank and the clinic"
mei review answers --mid --went-well "First answers within the day" --next "Write down what only Priya knows"

day 2026-11-20
yusuf update regulated.answers 8 -s on-track -c 7
yusuf update regulated.signed 5 -s off-track -c 3 -n "Honestly: eight will not happen without the report in hand"
yusuf update once library=268 alone=35 -s on-track -c 8
ana update quiet pages=11 restore=40 -s on-track -c 7
ana update quiet.drills -s at-risk -c 5 -n "The third drill found something, so it does not count"
kofi update first-hour shared=112 finish=57 noise=58 -s on-track -c 7 -n "Open to every new team since Monday"
kofi kr edit first-hour.finish --done "One screen instead of five"
mei update answers first=13 solved=56 -s on-track -c 8

day 2026-11-24
priya update renewing.nps 41 -s on-track -c 7 -n "Setup has left the top three complaints"
mei update renewing.churn 2.8 -s on-track -c 7
ana update renewing.up 99.93 -s on-track -c 7 -n "October 21 is out of the window"
mei update goodbye health=121 saved=50 -s on-track -c 7 -n "The score was right about seven of nine"
mei update hear.calls 23 -s on-track -c 7
bo update unseen barriers=13 sessions=5 -s on-track -c 7

day 2026-11-27
ana update nothing-to-hide.path "dry run" -s on-track -c 8 -n "The auditor of the dry run found two gaps, both closed the same day"
ana update nothing-to-hide controls=97 critical=0 -s on-track -c 8
ana kr edit nothing-to-hide.controls --done "Evidence collected by CI, not by people"
priya update write-down articles=22 reused=26 -s on-track -c 8
priya update answers.csat 92.5 -s on-track -c 7 -n "Fewer templates, more sentences"
kofi update instant lcp=2.5 bundle=300 -s on-track -c 8

# ── December: how it ended ───────────────────────────────────────────────────────────────────────────────────────────

day 2026-12-04
yusuf update regulated.answers 6 -s on-track -c 7
yusuf update once.library 322 -s on-track -c 8
yusuf update once.alone 47 -s on-track -c 8 -n "Somebody in Lyon answered 180 questions before lunch"
ana update quiet pages=8 restore=34 drills=3 -s on-track -c 8
kofi update first-hour shared=92 finish=61 noise=48 -s on-track -c 8
mei update answers first=10 solved=58 -s on-track -c 8
bo update unseen barriers=6 -s at-risk -c 6 -n "The sixth session is moved to next week: flu"
ana update teacher.pairs 27 -s on-track -c 8
ana update teacher.talk held -s done -c 10 -n "Forty people stayed for questions"

day 2026-12-11
priya update renewing.nps 44 -s on-track -c 6 -n "Still rising, but 50 would take another quarter"
mei update renewing.churn 2.5 -s on-track -c 6
kofi update renewing.launch launch -s done -c 10 -n "For everybody, with nothing switched off"
ana update nothing-to-hide controls=112 critical=0 -s on-track -c 9
yusuf update story.pipeline 1.1 -s off-track -c 2 -n "Due today, and it is not 1.5. January looks better"
priya update write-down articles=27 reused=33 -s on-track -c 9
priya update write-down.away done -s done -c 10 -n "A week in Kerala. Nobody called"
mei update goodbye health=158 saved=54 -s on-track -c 7
mei update hear.calls 31 -s on-track -c 8
mei update hear.moved 3 -s at-risk -c 5 -n "Calls are easy. A place on the roadmap is not"
bo update unseen barriers=3 sessions=6 -s on-track -c 7

day 2026-12-18
ana update nothing-to-hide.path report -s done -c 10 -n "Report without exceptions. @yusuf it is yours"
ana update nothing-to-hide controls=114 critical=0 -s done -c 10
ana update renewing.audit done -s done -c 10 -n "Passed. Eleven weeks from the first list to the report"
ana update quiet pages=6 restore=27 drills=4 -s on-track -c 8
yusuf update regulated.answers 5 -s on-track -c 7
yusuf update regulated.signed 6 -s off-track -c 2 -n "Two more wait in January, with the report on their desk"
kofi update instant.lcp 2.1 -s on-track -c 8
kofi update instant.bundle 255 -s on-track -c 8 -n "Five kilobytes. I know which ones"
sofia comment nothing-to-hide "@ana @yusuf this is what the whole year was for"

day 2026-12-30
priya update renewing.nps 45 -s at-risk -c 3 -n "14 of 19 points. Support got us here, not features"
mei update renewing.churn 2.3 -s at-risk -c 4 -n "Nearly halved; 2.0 was a stretch"
ana update renewing.up 99.96 -s on-track -c 9
ana update quiet.pages 5 -s done -c 10 -n "Five pages in December. I slept"
ana update quiet.restore 24 -s on-track -c 8
kofi update first-hour shared=71 finish=66 noise=33 -s on-track -c 7 -n "No target reached, all of them close"
mei update answers first=8.5 solved=63 -s on-track -c 8
priya update answers.csat 94 -s on-track -c 9
mei update goodbye health=174 saved=58 -s on-track -c 7
mei update hear calls=37 moved=4 -s at-risk -c 4
priya update write-down articles=31 reused=38 -s on-track -c 8
yusuf update once library=371 alone=58 -s on-track -c 7
bo update unseen barriers=1 -s on-track -c 7 -n "One left: the date picker is not ours"
ana update teacher pairs=33 -s on-track -c 7
sofia update 2026/acme/trusted nrr=103 regulated=6 -s off-track -c 2 -n "Half of twelve. The report came in the last fortnight of the year"
sofia update 2026/acme/own-feet margin=3.5 runway=21 -s on-track -c 8 -n "Not five, but black for two quarters"

# ── January: what it came to ─────────────────────────────────────────────────────────────────────────────────────────

day 2027-01-02
sofia cycle close 2026-Q3
sofia score 2026-Q4/acme/renewing nps=74 churn=86 up=100 audit=100 launch=100
sofia score 2026-Q4/acme/renewing 88 --note "The audit in the last week; the survey short by five points"
sofia score 2026-Q4/acme/regulated --suggested
ana score 2026-Q4/eng/nothing-to-hide --suggested
ana score 2026-Q4/eng/quiet 90 --note "Drills were promised monthly and came in pairs"
kofi score 2026-Q4/web/first-hour --suggested
mei score 2026-Q4/cs/answers --suggested
mei score 2026-Q4/cs/goodbye --suggested
yusuf score 2026-Q4/growth/story 60 --note "Two voices instead of five, but loud ones"
yusuf score 2026-Q4/yusuf/once --suggested
kofi score 2026-Q4/kofi/instant 95
bo score 2026-Q4/bo/unseen --suggested
ana score 2026-Q4/bo/unseen 100 --note "The first setup that my mother-in-law finished"
mei score 2026-Q4/mei/hear --suggested
ana score 2026-Q4/ana/teacher --suggested
sofia review 2026-Q4/acme/renewing --end --went-well "Churn nearly halved; the report came" \
  --stuck "NPS follows support, and support is three people" --next "A fourth in support before another feature"
