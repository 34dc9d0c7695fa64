// The script tag's gate, in a file of its own: what is marked is inert until it comes.
export {gate} from './gate/gate.ts';
