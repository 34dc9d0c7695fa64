import {tryPage} from './try-page.mjs';
import {vendorPage} from './vendor/vendor-page.mjs';

/** Every page of the demo, in the order of its index: a file, or made from the query. `below`: the page answers for every path under it too. */
export const pages = [
  {path: '/', file: 'agency/index.html', title: 'Agency site, English'},
  {path: '/zh/', file: 'agency/zh.html', title: 'Agency site, 臺灣正體中文'},
  {path: '/privacy', file: 'agency/privacy.html', title: 'Its privacy policy'},
  {path: '/zh/privacy', file: 'agency/zh-privacy.html', title: 'Its privacy policy, 臺灣正體中文'},
  {path: '/activity', file: 'agency/activity.html', title: 'Where the sign-up form leads'},
  {path: '/seeds/000', file: 'seeds/000.html', title: 'Scenario 000: motor vehicles office'},
  {path: '/seeds/001', file: 'seeds/001.html', title: 'Scenario 001: city government'},
  {path: '/seeds/001/library', file: 'seeds/001-library.html', title: 'Scenario 001: its library sub-site'},
  {path: '/seeds/002', file: 'seeds/002.html', title: 'Scenario 002: immigration'},
  {path: '/seeds/003', file: 'seeds/003.html', title: 'Scenario 003: nothing but a policy link'},
  {path: '/seeds/004', file: 'seeds/004.html', title: 'Scenario 004: certification centre, 臺灣正體中文'},
  {path: '/vendors', make: vendorPage, title: 'All five vendors, gated or not'},
  {path: '/try', make: tryPage, title: 'Any configuration, right or wrong'},
  {path: '/bare', file: 'bare.html', title: 'A bare page: one script tag'},
  {path: '/sandbox', file: 'sandbox.html', title: 'In a sandboxed frame, where storage throws'},
  {path: '/sandboxed', file: 'sandboxed.html', title: 'The page in that frame'},
  {path: '/hostile', file: 'hostile.html', title: 'Hostile page styles'},
  {path: '/spa', file: 'spa.html', title: 'A single-page application', below: true},
  {path: '/all', file: 'all.html', title: 'The single-file build'},
  {path: '/npm', file: 'npm.html', title: 'The npm modules, without a script-tag build'},
  {path: '/rtl', file: 'rtl.html', title: 'Right to left'},
  {path: '/record', file: 'record.html', title: 'The record set again by the server'},
  {path: '/frames/map', file: 'frames/map.html', title: 'The map (a gated frame)'},
  {path: '/frames/film', file: 'frames/film.html', title: 'The film (a gated frame)'},
  {path: '/demo', file: 'demo.html', title: 'This index'},
];
