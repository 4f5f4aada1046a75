export { readStaff, replaceStaff, seedStaff } from './staff.service.ts';
