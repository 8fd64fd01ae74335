/** English words without a weight of their own, and phrases that hide a shorter word. Part of en.ts. */
import type { TermFile } from "./term-file.ts";

export const enMarkers: TermFile["terms"] = {
  interview: `interview, interviews, IV, candidate, candidates, interviewing, screening`,
  senior: `vp, vice president, svp, evp, cto, cfo, ceo, coo, CRO, cmo, cio, chro, ciso, cpo, chief, head of,
    general counsel, managing director, MD, general manager, GM, president, dean, provost, medical director,
    executive director, md level, vp level, director general, treasurer, controller, partner,
    managing partner, country head, principal`,
  after: `after, following, post, before, for, re, prior to, to, from`,
  reviewWord: `review, reviews`,
  media: `wsj, wall street journal, nyt, new york times, new york post, washington post, bloomberg, reuters,
    cnbc, cnn, fox news, msnbc, bbc, sky news, itv, channel 4, guardian, FT, financial times, economist,
    forbes, fortune, associated press, AP, houston chronicle, abc news, nbc, cbs, newsmax, politico, axios,
    npr, telegraph, sunday times, times newspaper, politics programme, today programme, meet the press,
    newspaper, correspondent, the hill, daily mail, usa today, 60 minutes, breitbart, time magazine, tv,
    radio, newsnight, magazine, press, media`,
  outsideMark: `of, at, plc, inc, corp, llc, ltd, llp, from, company, co, partner, customer, supplier,
    target, owner`,
  generic: `meeting, mtg, mtgs, call, conf call, conference call, discussion, discuss, session, review, talk,
    the, a, an, with, w, and, re, on, of, for, to, in, at, by, from, our, your, us, via, zoom, teams, webex,
    phone, video, vc, tbd, tbc, tent, tentative, hold, q1, q2, q3, q4, fy, fy26, fy27, h1, h2, monday,
    tuesday, wednesday, thursday, friday, mon, tue, wed, thu, fri, am, pm, cst, cdt, est, edt, monthly,
    quarterly, annual, year, month, day, part, round, first, second, room, rm, attached, see, notes, agenda,
    meet, mtg., m tg, telecon, tele, follow up, followup, catch up, item, items, issue, issues, matters,
    next, new, team, group`,
  leaving: `leaving, exit, departure, transition, replace, replacing, out, who and when`,
  hide: `board game, board games, boardgame, dash board, dashboard, white board, story board, job board, kanban board, on board, boarding, ironing board, surf board, full board, boarding school, across the board, board room, message board, bulletin board, circuit board, notice board, clip board, advisory board game, card board, credit card, security badge, security desk, social security, risk board game, decision tree, decision trees, budget airline, budget hotel, budget inn, car deal, deal toy, deal toys, tennis court, basketball court, squash court, padel court, court side, courtside, food court, pickleball court, volleyball court, fire drill, trial period, free trial, clinical trial, mock trial, moot court, code review, peer review, literature review, sprint review, design review, strategy game, strategy board game, performance art, stock photo, chemical plant, power plant, coffee bar, raise hands, market hall, city hall, debate club, call center, king's cross, conference room, conference rooms, burger king, king street, king size, press cafe, french press, bench press, chief of staff, vice president's day, president's day, presidents day, cabinet maker, kitchen cabinet, filing cabinet, exec assistant, executive assistant, executive coach, litigation hold, personnel issue tracker, jury duty, traffic court, small claims court, risk free, settlement team, settlements group, settlements dept, trading floor, strategy game night, budget template, budget upload, budget software, budget system, safety video, safety week, billing guidelines, job offer letter, company car, mayor cup, the mayor's race, king charles iii school, exit interview, graduate school, law school, business school, school of law, school of business, outlook migration, outlook training, microsoft outlook, weather outlook, business unit, run rate, dry run, bank run, free trade, free market, track record, gap year, street address, ip address, address book, email address, home page, home loan market, home market, house bill, house committee, white house, clearing house, warehouse, house of, open house, in house, house style, decision support, vision insurance, television, spin class, strategic account manager, contract administration, contracts administration, risk management training, credit union, court reporter, ski resort, press release, stop press, board up, pick up, book club, decision fatigue, press play, deal of the day, great deal, deal with, credit note, budget travel, vendor fair, crisis hotline, cape cod, plan b podcast, floor plan, meal plan, seating plan, dental plan, phone plan, plan a party, savings bank, bank holiday, fire place, risk board, escape room, trial class, trial lesson, kitchen trial, offer letter template, board exam, board exams, ski board, skate board, school board game, deal breaker quiz`,
};
