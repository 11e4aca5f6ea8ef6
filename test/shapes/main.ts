import { writeShapes } from './write-shapes.js';

console.log(`Wrote ${writeShapes('.').length} files in src/guards and src/schemas.`);
