"""Gives every row of every chat view to a chat template, as TRL does; prints the rows of each view as JSON.

TRL has no validator of its own: what its trainers ask of a row is repeated here from
`trl.data_utils.is_conversational` and `trl.data_utils.apply_chat_template`.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HOME"] = tempfile.mkdtemp()

import datasets
from manifest import expect, read_tables
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast

datasets.disable_progress_bars()

TRL_KEYS = {"messages", "prompt", "completion", "chosen", "rejected", "label"}
TRL_VIEWS = {
    "sft": {"messages"},
    "prompt_completion": {"prompt", "completion"},
    "prompt_diff": {"prompt", "completion"},
    "preference": {"prompt", "chosen", "rejected"},
    "unpaired_preference": {"prompt", "completion", "label"},
}
OPENAI_VIEW = "preference_openai"
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def create_tokenizer():
    tokenizer = Tokenizer(models.WordLevel({"<unk>": 0, "<|im_start|>": 1, "<|im_end|>": 2}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="<unk>", eos_token="<|im_end|>")
    fast.chat_template = TEMPLATE
    return fast


tokenizer = create_tokenizer()


def render(messages, **options):
    text = tokenizer.apply_chat_template(messages, tokenize=False, **options)
    ids = tokenizer.apply_chat_template(messages, tokenize=True, **options)["input_ids"]
    expect(len(ids) > 0, True, "tokens")
    return text


def check_messages(messages, roles, place):
    expect([message["role"] for message in messages], roles, f"roles of {place}")
    for message in messages:
        expect(set(message), {"role", "content"}, f"keys of a message of {place}")
        expect(isinstance(message["content"], str) and message["content"] != "", True, f"text of {place}")


def check_trl(row, keys, place):
    expect(set(row) & TRL_KEYS, keys, f"TRL's keys of {place}")
    if "label" in keys:
        expect(type(row["label"]), bool, f"label of {place}")
    if "messages" in keys:
        check_messages(row["messages"], ["user", "assistant"], place)
        render(row["messages"])
        return
    check_messages(row["prompt"], ["user"], place)
    prompt = render(row["prompt"], add_generation_prompt=True)
    for key in keys - {"prompt", "label"}:
        check_messages(row[key], ["assistant"], place)
        whole = render(row["prompt"] + row[key])
        # TRL cuts the prompt off the whole: it has to be how that begins.
        expect(whole.startswith(prompt), True, f"beginning of {key} of {place}")


def check_openai(row, place):
    expect(set(row["input"]), {"messages", "tools", "parallel_tool_calls"}, f"keys of input of {place}")
    check_messages(row["input"]["messages"], ["user"], place)
    expect(row["input"]["tools"], [], f"tools of {place}")
    expect(row["input"]["parallel_tool_calls"], True, f"parallel_tool_calls of {place}")
    for key in ["preferred_output", "non_preferred_output"]:
        check_messages(row[key], ["assistant"], place)
        render(row["input"]["messages"] + row[key])


folder = str(Path(sys.argv[1]).resolve())
tables = read_tables(folder)
found = {name: 0 for name in [*TRL_VIEWS, OPENAI_VIEW]}
with tempfile.TemporaryDirectory() as cache:
    for name in found:
        for split, count in tables.get(name, {}).items():
            rows = datasets.load_dataset(folder, name, split=split, cache_dir=cache)
            for index, row in enumerate(rows):
                place = f"row {index} of {name}/{split}"
                if name == OPENAI_VIEW:
                    check_openai(row, place)
                else:
                    check_trl(row, TRL_VIEWS[name], place)
            expect(len(rows), count, f"rows of {name}/{split}")
            found[name] += len(rows)
print(json.dumps(found))
