export { vendorSignals } from './signals/vendor-signals.js';
