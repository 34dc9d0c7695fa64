// What the script tag's gate loads first where the configuration asks for a vendor's signal.
export {vendorSignals} from './signals/vendor-signals.ts';
