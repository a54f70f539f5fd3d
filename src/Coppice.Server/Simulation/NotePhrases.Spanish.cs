namespace Coppice.Server.Simulation;

internal sealed partial class NotePhrases
{
    private static NotePhrases Spanish => new()
    {
        Language = "es",
        Amount = "{0} €",
        Categories = ["pañuelos", "bolsos", "zapatos", "perfumes", "joyas", "relojes"],
        Idle =
        [
            "[Solo está mirando] {0}, sin intención de compra.",
            "De momento [no necesita nada], quizá vuelva por {0}.",
            "Simple curiosidad por {0}, [sin prisa].",
        ],
        Interested =
        [
            "[Duda] entre dos modelos de {0}, quiere pensarlo.",
            "Le interesan {0} y [pide más detalles].",
            "[Compara] nuestros {0} con los de otra tienda.",
        ],
        Keen =
        [
            "[Quiere comprar], pide que le reservemos un modelo de {0}.",
            "[Quiere decidirse] esta semana: {0}.",
            "Ya ha elegido entre {0}, [solo espera] que haya existencias.",
        ],
        Bought =
        [
            "[Ha comprado] en la sección de {0}, muy contenta.",
            "[Pagó en el acto], encantada con la elección de {0}.",
        ],
        Budgets = ["[Presupuesto] de unos {0}.", "[No quiere pasar] de {0}.", "[Piensa gastar] cerca de {0}."],
        Regulars = ["[Clienta fiel], conoce a todo el equipo.", "[Viene con regularidad] desde hace años."],
        Bargains = ["[Espera las rebajas].", "Pide un [descuento] o un cupón.", "Le parecen [precios demasiado altos]."],
        Gifts = ["Es un [regalo de cumpleaños].", "[Busca un regalo] para su madre, envuelto."],
        Luxury = ["Desea una [pieza excepcional].", "Pide una [cita privada], le gustan las ediciones limitadas."],
        Novelty = ["Quiere enterarse de las [novedades].", "Vio la [nueva colección] en Instagram."],
    };
}
