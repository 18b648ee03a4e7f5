import { writeRecords } from '../bench/dataset/records.ts'

await writeRecords(process.argv[2]!, Number(process.argv[3]), 7)
