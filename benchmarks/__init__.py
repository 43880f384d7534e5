"""What claims about speed are measured with: `python -m benchmarks` prints ratios against what people use today."""
