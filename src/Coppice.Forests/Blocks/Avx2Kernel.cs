using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Coppice.Forests.Blocks;

/// <summary>Eight rows per comparison and per look-up.</summary>
internal sealed unsafe class Avx2Kernel : BlockKernel
{
    private const int Lanes = 8;

    public static bool IsSupported => Avx2.IsSupported;

    public override void Turn(ReadOnlySpan<int> firsts, float* rows, int width, int count, float* columns) =>
        Columns.Turn(firsts, rows, width, count, columns);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Ask(ConditionTable table, Panel panel, float* columns, int rows, ulong* answers)
    {
        int vectors = (rows + Lanes - 1) / Lanes;
        fixed (float* allThresholds = table.Thresholds)
        fixed (int* allPlaces = table.Places)
        {
            float* thresholds = allThresholds + panel.FirstCondition;
            int* places = allPlaces + panel.FirstCondition;
            byte* parts = (byte*)(answers + 1 + panel.FirstCondition);
            for (int i = panel.AtLeast; i > 0; i--, parts += sizeof(ulong))
            {
                Vector256<float> threshold = Vector256.Create(*thresholds++);
                float* column = columns + *places++;
                for (int vector = 0; vector < vectors; vector++)
                    parts[vector] = (byte)Vector256.GreaterThanOrEqual(Vector256.Load(column + (vector * Lanes)), threshold).ExtractMostSignificantBits();
            }

            for (int i = panel.Below; i > 0; i--, parts += sizeof(ulong))
            {
                Vector256<float> threshold = Vector256.Create(*thresholds++);
                float* column = columns + *places++;
                for (int vector = 0; vector < vectors; vector++)
                    parts[vector] = (byte)Vector256.LessThan(Vector256.Load(column + (vector * Lanes)), threshold).ExtractMostSignificantBits();
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
                Number(turns, depth, 0).Store(numbers);
                Number(turns, depth, 32).Store(numbers + 32);
                if (run.DeepTree >= 0)
                {
                    DeepWalk.Add(trees.Deep[run.DeepTree], numbers, rows, answers, margins);
                    return;
                }

                for (int row = 0; row < rows; row += Lanes)
                {
                    Vector256<int> eight = Avx2.ConvertToVector256Int32(numbers + row);
                    (Vector256.Load(margins + row) + Leaves(leaves, depth, eight)).Store(margins + row);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddTables(float[] numbers, int[] columns, ReadOnlySpan<TabledLeaf> leaves, ulong* places, int rows, float* sums)
    {
        byte* bytes = stackalloc byte[Block.Rows];
        fixed (float* allNumbers = numbers)
        fixed (int* allColumns = columns)
        {
            foreach (ref readonly TabledLeaf leaf in leaves)
            {
                int features = leaf.Features;
                Number(places + Words - features, features, 0).Store(bytes);
                Number(places + Words - features, features, 32).Store(bytes + 32);
                places += Words;
                int* column = allColumns + leaf.FirstColumn;
                for (int row = 0; row < rows; row += Lanes)
                {
                    Vector256<int> eight = Avx2.ConvertToVector256Int32(bytes + row);
                    float* table = allNumbers + leaf.FirstNumber;
                    for (int i = 0; i < features; i++, table += BlockTrees.LeavesOf(features))
                    {
                        float* sum = sums + (column[i] * Block.Rows) + row;
                        (Vector256.Load(sum) + Leaves(table, features, eight)).Store(sum);
                    }
                }
            }
        }
    }

    /// <summary>The leaf numbers of 32 rows: a bit for each turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Number(ulong* turns, int depth, int firstRow)
    {
        Vector256<byte> spread = Vector256.Create(0x0000000000000000UL, 0x0101010101010101UL, 0x0202020202020202UL, 0x0303030303030303UL).AsByte();
        Vector256<byte> ownBit = Vector256.Create(0x8040201008040201UL).AsByte();
        Vector256<byte> numbers = Vector256<byte>.Zero;
        for (int level = 0; level < depth; level++)
        {
            Vector256<byte> bytes = Avx2.Shuffle(Vector256.Create((uint)(turns[level] >> firstRow)).AsByte(), spread);
            Vector256<byte> right = Vector256.Equals(bytes & ownBit, ownBit);
            // Minus one where the row turns right.
            numbers = numbers + numbers - right;
        }

        return numbers;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Leaves(float* leaves, int depth, Vector256<int> numbers)
    {
        if (depth <= 3)
            return Avx2.PermuteVar8x32(Vector256.Load(leaves), numbers);
        Vector256<float> sixteen = Sixteen(leaves, numbers);
        if (depth == 4)
            return sixteen;
        sixteen = Avx.BlendVariable(sixteen, Sixteen(leaves + 16, numbers), Vector256.ShiftLeft(numbers, 27).AsSingle());
        if (depth == 5)
            return sixteen;
        Vector256<float> high = Avx.BlendVariable(Sixteen(leaves + 32, numbers), Sixteen(leaves + 48, numbers), Vector256.ShiftLeft(numbers, 27).AsSingle());
        return Avx.BlendVariable(sixteen, high, Vector256.ShiftLeft(numbers, 26).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Sixteen(float* leaves, Vector256<int> numbers) => Avx.BlendVariable(
        Avx2.PermuteVar8x32(Vector256.Load(leaves), numbers),
        Avx2.PermuteVar8x32(Vector256.Load(leaves + Lanes), numbers),
        Vector256.ShiftLeft(numbers, 28).AsSingle());
}
