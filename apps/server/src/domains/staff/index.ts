export { readStaff, seedStaff } from './staff.service.ts';
