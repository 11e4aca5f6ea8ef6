import fc from 'fast-check';

// The same draws for every mutant, and no search for a smaller counterexample: that a property fails is enough.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1, endOnFailure: true });
