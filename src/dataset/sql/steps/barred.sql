-- Pull requests of which nothing may be taken in: one row of theirs shows who opted out or was erased; another may not say.
SELECT pull_request_key, MIN(dropped) AS dropped
FROM keyed
WHERE dropped IN ('tombstone', 'opt_out')
GROUP BY pull_request_key
