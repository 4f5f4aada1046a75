export { fillDemo, removeDemo } from './demo.service.ts';
