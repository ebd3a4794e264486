import { localize } from '../lib/time.js';

document.querySelectorAll('time').forEach(localize);
