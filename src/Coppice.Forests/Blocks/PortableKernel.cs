using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Coppice.Forests.Blocks;

/// <summary>Four rows per comparison on any processor with vectors of 128 bits; leaves are looked up one by one.</summary>
internal sealed unsafe class PortableKernel : BlockKernel
{
    private const int Lanes = 4;

    public override void Turn(ReadOnlySpan<int> firsts, float* rows, int width, int count, float* columns) =>
        Columns.Turn(firsts, rows, width, count, columns);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Ask(ConditionTable table, Panel panel, float* columns, int rows, ulong* answers)
    {
        fixed (float* thresholds = table.Thresholds)
        fixed (int* places = table.Places)
        {
            int atLeast = panel.FirstCondition + panel.AtLeast;
            for (int i = panel.FirstCondition; i < atLeast + panel.Below; i++)
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
    public override void Add(BlockTrees trees, TreeRun run, int rows, ulong* answers, float* margins)
    {
        ulong* turns = stackalloc ulong[BlockTrees.MaximumDepth];
        byte* numbers = stackalloc byte[Block.Rows];
        fixed (int* conditions = trees.Conditions)
        fixed (float* allLeaves = trees.Leaves)
        {
            int* nodes = conditions + run.FirstCondition;
            float* leaves = allLeaves + run.FirstLeaf;
            int depth = run.Depth;
            for (int tree = run.Count; tree > 0; tree--, nodes += 1 << depth, leaves += BlockTrees.LeavesOf(depth))
            {
                Paths.Follow(answers, nodes, depth, turns);
                Number(turns, depth, numbers);

                if (run.DeepTree >= 0)
                {
                    DeepWalk.Add(trees.Deep[run.DeepTree], numbers, rows, answers, margins);
                    return;
                }

                for (int row = 0; row < rows; row++)
                    margins[row] += leaves[numbers[row]];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddTables(float[] numbers, int[] columns, ReadOnlySpan<TabledLeaf> leaves, ulong* places, int rows, float* sums)
    {
        byte* bytes = stackalloc byte[Block.Rows];
        fixed (float* allNumbers = numbers)
        {
            foreach (ref readonly TabledLeaf leaf in leaves)
            {
                int features = leaf.Features;
                Number(places + Words - features, features, bytes);
                places += Words;
                float* table = allNumbers + leaf.FirstNumber;
                for (int i = 0; i < features; i++, table += BlockTrees.LeavesOf(features))
                {
                    float* sum = sums + (columns[leaf.FirstColumn + i] * Block.Rows);
                    for (int row = 0; row < rows; row++)
                        sum[row] += table[bytes[row]];
                }
            }
        }
    }

    private static void Number(ulong* turns, int depth, byte* numbers)
    {
        for (int eight = 0; eight < Block.Rows; eight += 8)
        {
            ulong ofEight = 0;
            for (int level = 0; level < depth; level++)
                ofEight = (2 * ofEight) + Spread(turns[level] >> eight);
            *(ulong*)(numbers + eight) = ofEight;
        }
    }

    /// <summary>The lowest eight bits, one to each byte: seven copies side by side, of which each byte keeps its own bit.</summary>
    private static ulong Spread(ulong bits)
    {
        ulong low = (bits & 0x0F) * 0x00204081 & 0x01010101;
        ulong high = ((bits >> 4) & 0x0F) * 0x00204081 & 0x01010101;
        return low | (high << 32);
    }
}
