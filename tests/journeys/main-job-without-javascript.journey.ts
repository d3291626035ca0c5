import { mainJob } from './main-job.ts';

mainJob({ javaScript: false });
