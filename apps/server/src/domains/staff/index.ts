export { seedStaff } from './staff.service.ts';
