using System.Runtime.CompilerServices;

namespace Coppice.Forests.Blocks;

/// <summary>
/// The ways of 64 rows through a perfect tree, one word per level: bit r of word l is the turn that row r takes there. On level l the
/// 2^l nodes say what each of them would answer; the turns taken above choose between neighbours until one word is left. No branch, no
/// address that depends on a row.
/// </summary>
internal static unsafe class Paths
{
    /// <summary>Writes the turns of one tree of <paramref name="depth"/> levels.</summary>
    /// <param name="answers">What each condition says of each row.</param>
    /// <param name="nodes">The conditions of the tree's nodes.</param>
    /// <param name="depth">0 to 6.</param>
    /// <param name="turns">One word per level.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Follow(ulong* answers, int* nodes, int depth, ulong* turns)
    {
        if (depth == 0)
            return;
        ulong a = answers[nodes[1]];
        turns[0] = a;
        if (depth == 1)
            return;
        ulong b = Of2(answers, nodes + 2, a);
        turns[1] = b;
        if (depth == 2)
            return;
        ulong c = Of4(answers, nodes + 4, a, b);
        turns[2] = c;
        if (depth == 3)
            return;
        ulong d = Of8(answers, nodes + 8, a, b, c);
        turns[3] = d;
        if (depth == 4)
            return;
        ulong e = Of16(answers, nodes + 16, a, b, c, d);
        turns[4] = e;
        if (depth == 5)
            return;
        turns[5] = Choose(a, Of16(answers, nodes + 32, b, c, d, e), Of16(answers, nodes + 48, b, c, d, e));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Choose(ulong turn, ulong left, ulong right) => left ^ ((left ^ right) & turn);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of2(ulong* answers, int* nodes, ulong a) => Choose(a, answers[nodes[0]], answers[nodes[1]]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of4(ulong* answers, int* nodes, ulong a, ulong b) => Choose(a, Of2(answers, nodes, b), Of2(answers, nodes + 2, b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of8(ulong* answers, int* nodes, ulong a, ulong b, ulong c) => Choose(a, Of4(answers, nodes, b, c), Of4(answers, nodes + 4, b, c));

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static ulong Of16(ulong* answers, int* nodes, ulong a, ulong b, ulong c, ulong d) => Choose(a, Of8(answers, nodes, b, c, d), Of8(answers, nodes + 8, b, c, d));
}
