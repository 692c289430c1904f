/** On a busy machine a page takes its time: what tests look for is waited for as long as that may last. */
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 15_000 });
