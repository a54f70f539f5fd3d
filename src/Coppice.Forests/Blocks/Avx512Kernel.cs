using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Coppice.Forests.Blocks;

/// <summary>Sixteen rows per comparison and per look-up; the turns of 64 rows become leaf numbers in two instructions.</summary>
internal sealed unsafe class Avx512Kernel : BlockKernel
{
    private const int Lanes = 16;

    /// <summary>Trees whose turns are written before they are read: to read what was written just now has to wait.</summary>
    private const int Together = 8;

    /// <summary>Byte w of group j comes from byte j of word w: the eight words of turns side by side for each eight rows.</summary>
    private static readonly Vector512<byte> Regroup = Vector512.Create([.. Enumerable.Range(0, 64).Select(i => (byte)(((i % 8) * 8) + (i / 8)))]);

    public static bool IsSupported => Avx512BW.IsSupported && Avx512Vbmi.IsSupported && Gfni.V512.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Ask(ConditionTable table, float* columns, int rows, ulong* answers)
    {
        answers[0] = 0;
        int vectors = (rows + Lanes - 1) / Lanes;
        ushort* parts = (ushort*)(answers + 1);
        fixed (float* thresholds = table.Thresholds)
        fixed (int* places = table.Places)
        {
            int atLeast = table.AtLeast, count = table.Count - 1;
            for (int i = 0; i < atLeast; i++, parts += 4)
            {
                Vector512<float> threshold = Vector512.Create(thresholds[i]);
                float* column = columns + places[i];
                parts[0] = (ushort)Vector512.GreaterThanOrEqual(Vector512.Load(column), threshold).ExtractMostSignificantBits();
                if (vectors == 1)
                    continue;
                parts[1] = (ushort)Vector512.GreaterThanOrEqual(Vector512.Load(column + Lanes), threshold).ExtractMostSignificantBits();
                if (vectors == 2)
                    continue;
                parts[2] = (ushort)Vector512.GreaterThanOrEqual(Vector512.Load(column + (2 * Lanes)), threshold).ExtractMostSignificantBits();
                parts[3] = (ushort)Vector512.GreaterThanOrEqual(Vector512.Load(column + (3 * Lanes)), threshold).ExtractMostSignificantBits();
            }

            for (int i = atLeast; i < count; i++, parts += 4)
            {
                Vector512<float> threshold = Vector512.Create(thresholds[i]);
                float* column = columns + places[i];
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
    public override void Add(BlockTrees trees, ulong* answers, float* margins)
    {
        // Eight words per tree, whose bits become a byte per row; the deepest level last, which is the lowest bit.
        ulong* turns = stackalloc ulong[8 * Together];
        Vector512<byte> identity = Vector512.Create(0x8040201008040201).AsByte();
        Vector512<byte> regroup = Regroup;
        Vector512<float> m0 = Vector512.Load(margins), m1 = Vector512.Load(margins + Lanes);
        Vector512<float> m2 = Vector512.Load(margins + (2 * Lanes)), m3 = Vector512.Load(margins + (3 * Lanes));
        fixed (int* conditions = trees.Conditions)
        fixed (float* allLeaves = trees.Leaves)
        {
            foreach (TreeRun run in trees.Runs)
            {
                int* nodes = conditions + run.FirstCondition;
                float* leaves = allLeaves + run.FirstLeaf;
                int depth = run.Depth;
                if (depth == 0)
                {
                    for (int tree = 0; tree < run.Count; tree++, leaves += BlockTrees.LeavesOf(0))
                    {
                        Vector512<float> leaf = Vector512.Create(leaves[0]);
                        m0 += leaf;
                        m1 += leaf;
                        m2 += leaf;
                        m3 += leaf;
                    }

                    continue;
                }

                // What a shallower run does not write would still be there from a deeper one.
                new Span<ulong>(turns, 8 * Together).Clear();
                for (int left = run.Count; left > 0; left -= Together)
                {
                    int count = Math.Min(left, Together);
                    for (int tree = 0; tree < count; tree++, nodes += 1 << depth)
                        Paths.Follow(answers, nodes, depth, turns + (8 * tree) + 8 - depth);
                    for (int tree = 0; tree < count; tree++, leaves += BlockTrees.LeavesOf(depth))
                    {
                        Vector512<byte> bits = Avx512Vbmi.PermuteVar64x8(Vector512.Load((byte*)(turns + (8 * tree))), regroup);
                        Vector512<byte> numbers = Gfni.V512.GaloisFieldAffineTransform(identity, bits, 0);
                        m0 += Leaves(leaves, depth, Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(numbers, 0)));
                        m1 += Leaves(leaves, depth, Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(numbers, 1)));
                        m2 += Leaves(leaves, depth, Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(numbers, 2)));
                        m3 += Leaves(leaves, depth, Avx512F.ConvertToVector512Int32(Avx512F.ExtractVector128(numbers, 3)));
                    }
                }
            }
        }

        m0.Store(margins);
        m1.Store(margins + Lanes);
        m2.Store(margins + (2 * Lanes));
        m3.Store(margins + (3 * Lanes));
    }

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
