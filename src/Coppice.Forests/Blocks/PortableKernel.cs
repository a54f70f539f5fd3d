using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Coppice.Forests.Blocks;

/// <summary>Four rows per comparison on any processor with vectors of 128 bits; leaves are looked up one by one.</summary>
internal sealed unsafe class PortableKernel : BlockKernel
{
    private const int Lanes = 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Ask(ConditionTable table, float* columns, int rows, ulong* answers)
    {
        answers[0] = 0;
        int atLeast = table.AtLeast;
        fixed (float* thresholds = table.Thresholds)
        fixed (int* places = table.Places)
        {
            for (int i = 0; i < table.Count - 1; i++)
            {
                Vector128<float> threshold = Vector128.Create(thresholds[i]);
                float* column = columns + places[i];
                ulong word = 0;
                for (int row = 0; row < rows; row += Lanes)
                {
                    Vector128<float> values = Vector128.Load(column + row);
                    Vector128<float> isTrue = i < atLeast ? Vector128.GreaterThanOrEqual(values, threshold) : Vector128.LessThan(values, threshold);
                    word |= (ulong)isTrue.ExtractMostSignificantBits() << row;
                }

                answers[i + 1] = word;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(BlockTrees trees, ulong* answers, float* margins)
    {
        ulong* turns = stackalloc ulong[BlockTrees.MaximumDepth];
        fixed (int* conditions = trees.Conditions)
        fixed (float* allLeaves = trees.Leaves)
        {
            foreach (TreeRun run in trees.Runs)
            {
                int* nodes = conditions + run.FirstCondition;
                float* leaves = allLeaves + run.FirstLeaf;
                int depth = run.Depth;
                for (int tree = run.Count; tree > 0; tree--, nodes += 1 << depth, leaves += BlockTrees.LeavesOf(depth))
                {
                    if (depth > 0)
                        Paths.Follow(answers, nodes, depth, turns);
                    for (int row = 0; row < Block.Rows; row++)
                    {
                        int number = 0;
                        for (int level = 0; level < depth; level++)
                            number = (2 * number) + (int)((turns[level] >> row) & 1);
                        margins[row] += leaves[number];
                    }
                }
            }
        }
    }
}
