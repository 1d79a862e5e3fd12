"""Compares last week's sales with the week before, through the open API. Standard library only."""

import json
import os
import sys
import urllib.error
import urllib.request

SERVER = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"


def call(tool, arguments):
    request = urllib.request.Request(
        f"{SERVER}/tools/{tool}",
        data=json.dumps(arguments).encode(),
        headers={"Content-Type": "application/json"},
    )
    if os.environ.get("POLAR_API_KEY"):
        request.add_header("Authorization", "Bearer " + os.environ["POLAR_API_KEY"])
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        for one in problem.get("errors", []):
            print(one.get("pointer", ""), one["detail"], file=sys.stderr)
        sys.exit(f"{problem['status']} {problem['title']}: {problem['detail']}")


names = sys.argv[2:] or ["total_sales"]
audit = call("audit_performance", {"metric_names": names, "time_range": "last_7_days"})
for metric in audit["metrics"]:
    print(f"{metric['name']}: {metric['value']} (before: {metric['previous']}), most: {metric.get('moved_most')}")
