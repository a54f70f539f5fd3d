using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Coppice.Forests.Blocks;

/// <summary>Sixteen rows per comparison and per look-up; the turns of 64 rows become leaf numbers in two instructions.</summary>
internal sealed unsafe class Avx512Kernel : BlockKernel
{
    private const int Lanes = 16;

    /// <summary>Byte w of group j comes from byte j of word w: the eight words of turns side by side for each eight rows.</summary>
    private static readonly Vector512<byte> Regroup = Vector512.Create([.. Enumerable.Range(0, 64).Select(i => (byte)(((i % 8) * 8) + (i / 8)))]);

    public static bool IsSupported => Avx512BW.IsSupported && Avx512Vbmi.IsSupported && Gfni.V512.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Turn(ReadOnlySpan<int> firsts, float* rows, int width, int count, float* columns)
    {
        if (width < ColumnMap.Together)
        {
            Columns.TurnOneByOne(firsts, rows, width, count, columns);
            return;
        }

        nint stride = width;
        foreach (int first in firsts)
        {
            int row = 0;
            for (; row + Lanes <= count; row += Lanes)
            {
                float* a = rows + (row * stride) + first;
                float* b = a + (4 * stride);
                float* c = b + (4 * stride);
                float* d = c + (4 * stride);
                Vector512<float> zero = Four(a, b, c, d), one = Four(a + stride, b + stride, c + stride, d + stride);
                Vector512<float> two = Four(a + (2 * stride), b + (2 * stride), c + (2 * stride), d + (2 * stride));
                Vector512<float> three = Four(a + (3 * stride), b + (3 * stride), c + (3 * stride), d + (3 * stride));
                Vector512<double> low = Avx512F.UnpackLow(zero, one).AsDouble(), high = Avx512F.UnpackHigh(zero, one).AsDouble();
                Vector512<double> otherLow = Avx512F.UnpackLow(two, three).AsDouble(), otherHigh = Avx512F.UnpackHigh(two, three).AsDouble();
                Avx512F.UnpackLow(low, otherLow).AsSingle().Store(columns + row);
                Avx512F.UnpackHigh(low, otherLow).AsSingle().Store(columns + row + Block.Rows);
                Avx512F.UnpackLow(high, otherHigh).AsSingle().Store(columns + row + (2 * Block.Rows));
                Avx512F.UnpackHigh(high, otherHigh).AsSingle().Store(columns + row + (3 * Block.Rows));
            }

            for (; row < count; row += 4)
                Columns.TurnFour(rows + first, stride, row, count, columns);
            columns += ColumnMap.Together * Block.Rows;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Ask(ConditionTable table, Panel panel, float* columns, int rows, ulong* answers)
    {
        int vectors = (rows + Lanes - 1) / Lanes;
        fixed (float* allThresholds = table.Thresholds)
        fixed (int* allPlaces = table.Places)
        {
            float* thresholds = allThresholds + panel.FirstCondition;
            int* places = allPlaces + panel.FirstCondition;
            ushort* parts = (ushort*)(answers + 1 + panel.FirstCondition);
            for (int i = panel.AtLeast; i > 0; i--, parts += 4)
            {
                Vector512<float> threshold = Vector512.Create(*thresholds++);
                float* column = columns + *places++;
                parts[0] = (ushort)Vector512.GreaterThanOrEqual(Vector512.Load(column), threshold).ExtractMostSignificantBits();
                if (vectors == 1)
                    continue;
                parts[1] = (ushort)Vector512.GreaterThanOrEqual(Vector512.Load(column + Lanes), threshold).ExtractMostSignificantBits();
                if (vectors == 2)
                    continue;
                parts[2] = (ushort)Vector512.GreaterThanOrEqual(Vector512.Load(column + (2 * Lanes)), threshold).ExtractMostSignificantBits();
                parts[3] = (ushort)Vector512.GreaterThanOrEqual(Vector512.Load(column + (3 * Lanes)), threshold).ExtractMostSignificantBits();
            }

            for (int i = panel.Below; i > 0; i--, parts += 4)
            {
                Vector512<float> threshold = Vector512.Create(*thresholds++);
                float* column = columns + *places++;
                parts[0] = (ushort)Vector512.LessThan(Vector512.Load(column), threshold).ExtractMostSignificantBits();
                if (vectors == 1)
                    continue;
                parts[1] = (ushort)Vector512.LessThan(Vector512.Load(column + Lanes), threshold).ExtractMostSignificantBits();
                if (vectors == 2)
                    continue;
                parts[2] = (ushort)Vector512.LessThan(Vector512.Load(column + (2 * Lanes)), threshold).ExtractMostSignificantBits();
                parts[3] = (ushort)Vector512.LessThan(Vector512.Load(column + (3 * Lanes)), threshold).ExtractMostSignificantBits();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(BlockTrees trees, TreeRun run, int rows, ulong* answers, float* margins)
    {
        // Eight words per tree, whose bits become a byte per row; the deepest level last, which is the lowest bit.
        ulong* turns = stackalloc ulong[Words * LeavesTogether];
        new Span<ulong>(turns, Words * LeavesTogether).Clear();
        Vector512<float> m0 = Vector512.Load(margins), m1 = Vector512.Load(margins + Lanes);
        Vector512<float> m2 = Vector512.Load(margins + (2 * Lanes)), m3 = Vector512.Load(margins + (3 * Lanes));
        fixed (int* conditions = trees.Conditions)
        fixed (float* allLeaves = trees.Leaves)
        {
            int* nodes = conditions + run.FirstCondition;
            float* leaves = allLeaves + run.FirstLeaf;
            int depth = run.Depth;
            if (run.DeepTree >= 0)
            {
                byte* numbers = stackalloc byte[Block.Rows];
                Paths.Follow(answers, nodes, depth, turns + Words - depth);
                Number(turns).Store(numbers);
                DeepWalk.Add(trees.Deep[run.DeepTree], numbers, rows, answers, margins);
                return;
            }

            for (int left = run.Count; left > 0; left -= LeavesTogether)
            {
                int count = Math.Min(left, LeavesTogether);
                for (int tree = 0; tree < count; tree++, nodes += 1 << depth)
                    Paths.Follow(answers, nodes, depth, turns + (Words * tree) + Words - depth);
                for (int tree = 0; tree < count; tree++, leaves += BlockTrees.LeavesOf(depth))
                {
                    Vector512<byte> numbers = Number(turns + (Words * tree));
                    m0 += Leaves(leaves, depth, Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(numbers, 0)));
                    if (rows <= Lanes)
                        continue;
                    m1 += Leaves(leaves, depth, Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(numbers, 1)));
                    m2 += Leaves(leaves, depth, Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(numbers, 2)));
                    m3 += Leaves(leaves, depth, Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(numbers, 3)));
                }
            }
        }

        m0.Store(margins);
        m1.Store(margins + Lanes);
        m2.Store(margins + (2 * Lanes));
        m3.Store(margins + (3 * Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddTables(float[] numbers, int[] columns, ReadOnlySpan<TabledLeaf> leaves, ulong* places, int rows, float* sums)
    {
        fixed (float* allNumbers = numbers)
        fixed (int* allColumns = columns)
        {
            foreach (ref readonly TabledLeaf leaf in leaves)
            {
                Vector512<byte> bytes = Number(places);
                places += Words;
                Vector512<int> n0 = Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(bytes, 0)), n1 = Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(bytes, 1));
                Vector512<int> n2 = Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(bytes, 2)), n3 = Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(bytes, 3));
                int features = leaf.Features;
                float* table = allNumbers + leaf.FirstNumber;
                int* column = allColumns + leaf.FirstColumn;
                for (int i = 0; i < features; i++, table += BlockTrees.LeavesOf(features))
                {
                    float* sum = sums + (column[i] * Block.Rows);
                    (Vector512.Load(sum) + Leaves(table, features, n0)).Store(sum);
                    if (rows <= Lanes)
                        continue;
                    (Vector512.Load(sum + Lanes) + Leaves(table, features, n1)).Store(sum + Lanes);
                    (Vector512.Load(sum + (2 * Lanes)) + Leaves(table, features, n2)).Store(sum + (2 * Lanes));
                    (Vector512.Load(sum + (3 * Lanes)) + Leaves(table, features, n3)).Store(sum + (3 * Lanes));
                }
            }
        }
    }

    /// <summary>Four values of each of four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Four(float* a, float* b, float* c, float* d) => Vector512.Create(
        Vector256.Create(Vector128.Load(a), Vector128.Load(b)),
        Vector256.Create(Vector128.Load(c), Vector128.Load(d)));

    /// <summary>Eight words of a bit per row become a byte per row: a matrix of bits is transposed by multiplying it with the identity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Number(ulong* turns) => Gfni.V512.GaloisFieldAffineTransform(
        Vector512.Create(0x8040201008040201).AsByte(), Avx512Vbmi.PermuteVar64x8(Vector512.Load((byte*)turns), Regroup), 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Leaves(float* leaves, int depth, Vector512<int> numbers)
    {
        if (depth <= 4)
            return Avx512F.PermuteVar16x32(Vector512.Load(leaves), numbers);
        Vector512<float> low = Avx512F.PermuteVar16x32x2(Vector512.Load(leaves), numbers, Vector512.Load(leaves + Lanes));
        if (depth == 5)
            return low;
        Vector512<float> high = Avx512F.PermuteVar16x32x2(Vector512.Load(leaves + (2 * Lanes)), numbers, Vector512.Load(leaves + (3 * Lanes)));
        return Vector512.ConditionalSelect(Vector512.GreaterThan(numbers, Vector512.Create(31)).AsSingle(), high, low);
    }
}
