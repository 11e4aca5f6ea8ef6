import { writeShapes } from './write-shapes.js';

console.log(`Printed ${writeShapes('.').length} files in src/guards and src/schemas.`);
