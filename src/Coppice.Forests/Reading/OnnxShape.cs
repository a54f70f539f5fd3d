namespace Coppice.Forests.Reading;

/// <summary>The width of an input of an ONNX graph.</summary>
internal static class OnnxShape
{
    private const int ValueType = 2, TensorType = 1, TensorShape = 2, Dimension = 1, DimensionValue = 1;

    /// <summary>Adds the last dimension, where it is known; 0 where it is not.</summary>
    public static void AddLastDimension(ProtobufReader input, List<long> widths)
    {
        long last = 0;
        while (input.Next())
        {
            if (input.Field != ValueType)
            {
                input.Skip();
                continue;
            }

            ProtobufReader type = input.Message("type");
            while (type.Next())
            {
                if (type.Field == TensorType)
                    last = LastOf(type.Message("tensor_type"));
                else
                    type.Skip();
            }
        }

        widths.Add(last);
    }

    private static long LastOf(ProtobufReader tensor)
    {
        long last = 0;
        while (tensor.Next())
        {
            if (tensor.Field != TensorShape)
            {
                tensor.Skip();
                continue;
            }

            ProtobufReader shape = tensor.Message("shape");
            while (shape.Next())
            {
                if (shape.Field != Dimension)
                {
                    shape.Skip();
                    continue;
                }

                last = 0;
                ProtobufReader dimension = shape.Message("dim");
                while (dimension.Next())
                {
                    if (dimension.Field == DimensionValue)
                        last = dimension.Integer();
                    else
                        dimension.Skip();
                }
            }
        }

        return last;
    }
}
