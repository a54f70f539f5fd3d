using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Coppice.Forests.Blocks;

/// <summary>Turns rows into columns of <see cref="Block.Rows"/> values, four rows and four features at a time.</summary>
internal static unsafe class Columns
{
    /// <summary>The columns of a panel, as <see cref="BlockKernel.Turn"/> says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Turn(ReadOnlySpan<int> firsts, float* rows, int width, int count, float* columns)
    {
        if (width < ColumnMap.Together || !(Sse2.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            TurnOneByOne(firsts, rows, width, count, columns);
            return;
        }

        foreach (int first in firsts)
        {
            for (int row = 0; row < count; row += 4)
                TurnFour(rows + first, width, row, count, columns);
            columns += ColumnMap.Together * Block.Rows;
        }
    }

    /// <summary>Four features of four rows; of rows that are not there the last one is read again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TurnFour(float* rows, nint width, int row, int count, float* columns)
    {
        Vector128<float> a = Vector128.Load(rows + (row * width)), b = Vector128.Load(rows + (Math.Min(row + 1, count - 1) * width));
        Vector128<float> c = Vector128.Load(rows + (Math.Min(row + 2, count - 1) * width)), d = Vector128.Load(rows + (Math.Min(row + 3, count - 1) * width));
        Vector128<double> low = Low(a, b), high = High(a, b), otherLow = Low(c, d), otherHigh = High(c, d);
        Low(low, otherLow).AsSingle().Store(columns + row);
        High(low, otherLow).AsSingle().Store(columns + row + Block.Rows);
        Low(high, otherHigh).AsSingle().Store(columns + row + (2 * Block.Rows));
        High(high, otherHigh).AsSingle().Store(columns + row + (3 * Block.Rows));
    }

    /// <summary>For rows of fewer than four values.</summary>
    public static void TurnOneByOne(ReadOnlySpan<int> firsts, float* rows, int width, int count, float* columns)
    {
        int together = Math.Min(ColumnMap.Together, width);
        foreach (int first in firsts)
        {
            for (int member = 0; member < together; member++)
            {
                for (int row = 0; row < count; row++)
                    columns[(member * Block.Rows) + row] = rows[((nint)row * width) + first + member];
            }

            columns += ColumnMap.Together * Block.Rows;
        }
    }

    private static Vector128<double> Low(Vector128<float> left, Vector128<float> right) =>
        (Sse2.IsSupported ? Sse.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right)).AsDouble();

    private static Vector128<double> High(Vector128<float> left, Vector128<float> right) =>
        (Sse2.IsSupported ? Sse.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right)).AsDouble();

    private static Vector128<double> Low(Vector128<double> left, Vector128<double> right) =>
        Sse2.IsSupported ? Sse2.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    private static Vector128<double> High(Vector128<double> left, Vector128<double> right) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);
}
